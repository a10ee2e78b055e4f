import { edited, type Told, told } from "../faulty-sweden";

const stockholm = "zones: [eun1-az1, eun1-az2, eun1-az3]";

/** Faults of a site's zones, after it has moved to Tokyo and left its neighbours behind. */
function faultsOfZones(zones: string): readonly Told[] {
  const text = edited(["region: eu-north-1", "region: ap-northeast-1"], [stockholm, `zones: ${zones}`]);
  return told(text).filter(([path]) => path.startsWith("sites.a.zones"));
}

test("a zone of Tokyo without Fargate is a fault that names the zone, what it lacks and the zone to write", () => {
  expect(faultsOfZones("[apne1-az1, apne1-az2, apne1-az3]")).toEqual([
    [
      "sites.a.zones[2]",
      "apne1-az3",
      "apne1-az3 does not offer AWS Fargate, and a site puts that into each of its zones.",
      "Write `apne1-az4`, which neither site has yet.",
    ],
  ]);
});

test("where every zone that offers it is taken, the mend is another Region or a zone less", () => {
  expect(faultsOfZones("[apne1-az1, apne1-az2, apne1-az4, apne1-az3]").map(([, , , mend]) => mend)).toEqual([
    "Take this zone out, and one of the other site, or choose another Region.",
  ]);
});

test("zones of Tokyo that have Fargate are sound", () => {
  expect(faultsOfZones("[apne1-az1, apne1-az2, apne1-az4]")).toEqual([]);
});
