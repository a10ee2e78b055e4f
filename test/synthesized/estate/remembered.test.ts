import { remembered, rememberedText } from "../../../synthesized/estate/remembered";

test("An answer is worked out once for a thing, and anew for another that is equal", () => {
  const work = jest.fn((thing: { readonly size: number }) => thing.size * 2);
  const double = remembered(work);
  const thing = { size: 2 };
  expect([double(thing), double(thing), double({ size: 2 })]).toEqual([4, 4, 4]);
  expect(work).toHaveBeenCalledTimes(2);
});

test("That there is no answer is remembered too", () => {
  const work = jest.fn((): undefined => undefined);
  const nothing = remembered(work);
  const thing = {};
  expect([nothing(thing), nothing(thing)]).toEqual([undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(1);
});

test("A text's answer is worked out once", () => {
  const work = jest.fn((text: string) => text.length);
  const length = rememberedText(work);
  expect([length("cell"), length("cell"), length("ledger")]).toEqual([4, 4, 6]);
  expect(work).toHaveBeenCalledTimes(2);
});
