import { southKoreaText } from "../../../south-korea";
import { type Edit, edited, told } from "../faulty-sweden";

/** Path and what was found, of each fault. */
const found = (...edits: readonly Edit[]): readonly (readonly string[])[] => told(edited(...edits)).map(([path, , what]) => [path, what]);

test.each<readonly [title: string, edits: readonly Edit[], path: string, text: string, word: string]>([
  [
    "a purpose that names the other site's Region",
    [["purpose: Compare journals with the other site", "purpose: Compare journals with eu-central-1"]],
    "flows[13].purpose",
    "Compare journals with eu-central-1",
    "eu-central-1",
  ],
  [
    "a purpose that names a site",
    [["purpose: Compare journals with the other site", "purpose: Compare journals with site-b"]],
    "flows[13].purpose",
    "Compare journals with site-b",
    "site-b",
  ],
  ["a flow's name with a Region", [["name: internet-api\n", "name: eu-north-1-api\n"]], "flows[0].name", "eu-north-1-api", "eu-north-1"],
  [
    "an owner at a site",
    [["owner: payments-platform\ncost", "owner: payments eu-north-1\ncost"]],
    "owner",
    "payments eu-north-1",
    "eu-north-1",
  ],
  [
    "a deployer of a site",
    [["platform/twinsite-deployer", "platform/deployer-eu-central-1"]],
    "access.deployerRole",
    "platform/deployer-eu-central-1",
    "eu-central-1",
  ],
  [
    "a private zone of names in a Region",
    [["privateZone: line.pay.bank.example", "privateZone: eu-north-1.pay.bank.example"]],
    "names.privateZone",
    "eu-north-1.pay.bank.example",
    "eu-north-1",
  ],
  ["a health path of a zone", [["deep: /health/deep", "deep: /health/eun1-az1"]], "service.health.deep", "/health/eun1-az1", "eun1-az1"],
])("%s is told, since both sites would carry it", (_, edits, path, text, word) => {
  expect(found(...edits)).toEqual([[path, `"${text}" names ${word}, and both sites carry it alike.`]]);
});

test("a Region in which both sites are belongs to neither, and a longer word is another one", () => {
  expect(found(["purpose: Compare journals with the other site", "purpose: Compare eu-central-12 and website-a"])).toEqual([]);
  const seoul = southKoreaText.replace("purpose: Compare journals with the other site", "purpose: Compare journals within ap-northeast-2");
  expect(seoul).not.toBe(southKoreaText);
  expect(told(seoul)).toEqual([]);
});
