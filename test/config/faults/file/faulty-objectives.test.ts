import { edited, faultsOf, told } from "../faulty-sweden";

const within = (seconds: number) => edited(["internetSeconds: 120", `internetSeconds: ${seconds}`]);

test("a recovery sooner than names can lead clients away is a fault that shows the sum", () => {
  expect(told(within(107))).toEqual([
    [
      "objectives.recovery.internetSeconds",
      "107",
      "Names need up to 108 seconds to lead clients away from a lost site, so 107 cannot be kept.",
      "Write at least 108, and some more for what AWS does not publish; whoever needs less connects over private lines to both sites.",
    ],
  ]);
  expect(faultsOf(within(107)).map(({ allowed }) => allowed)).toEqual([
    "From 108: 3 checks of 10 seconds and a time-out of 6, then 60 seconds in which a client may keep the old address.",
  ]);
});

test("what names can just do is no fault", () => {
  expect(told(within(108))).toEqual([]);
});
