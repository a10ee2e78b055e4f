import fc from "fast-check";
import type { Deployment } from "../../../../config/deployment";
import { UNKNOWN } from "../../../../config/link-ways";
import { daysBefore, firstDayOf, monthAfter } from "../../../../design/links/ordering/calendar";
import { diversePaths } from "../../../../design/links/ordering/link-diversity";
import { lossesOf, type QuotedLink, sharedRisks, worstLeftGbps } from "../../../../design/links/ordering/link-losses";
import { type LinkOption, linkOptions, rated } from "../../../../design/links/ordering/link-options";
import { headroomEnd, peakAfter } from "../../../../design/links/ordering/link-peak";
import { linkPlan } from "../../../../design/links/ordering/link-plan";
import { gbpsOf, usableGbps } from "../../../../design/links/ordering/link-speed";
import { directConnectLocations } from "../../../../facts/direct-connect-locations";
import { portHourUsd } from "../../../../facts/direct-connect-prices";
import { sweden } from "../../../sweden";

const [sample] = sweden().linkOffers ?? [];
if (sample === undefined) throw new Error("the sample has no offer");
const { accessCircuit: sampleCircuit } = sample;
const { quote: sampleQuote } = sampleCircuit;

const few = (...words: readonly string[]) => fc.constantFrom(...words);
const circuit = fc
  .record({
    dataCentre: few("dc-1", "dc-2", "dc-3"),
    carrier: few("One", "Two", "Three", UNKNOWN),
    route: few("north", "south", "east", "west", UNKNOWN),
    ducts: fc.uniqueArray(few("d-1", "d-2", "d-3", "d-4", "d-5"), { maxLength: 3 }),
    buildingEntry: few("front", "back", UNKNOWN),
    usdPerMonth: fc.integer({ min: 1, max: 50_000 }),
    from: fc.nat(30),
    more: fc.nat(60),
  })
  .map(({ usdPerMonth, from, more, ...way }) => ({
    ...sampleCircuit,
    ...way,
    quote: { ...sampleQuote, usdPerMonth, leadTimeDays: { from, to: from + more } },
  }));
const bare = fc.record({
  dxLocation: fc.constantFrom("EQSK1" as const, "ITXS1" as const, "TLS10" as const),
  speed: fc.constantFrom("1Gbps" as const, "10Gbps" as const, "100Gbps" as const),
  device: fc.constantFrom("1" as const, "2" as const),
  accessCircuit: circuit,
});
const named = (prefix: string, maxLength: number, minLength = 0) =>
  fc
    .array(bare, { minLength, maxLength })
    .map((all): readonly QuotedLink[] => all.map((one, nth) => ({ name: `${prefix}-${nth}`, ...one })));
const links = named("line", 6, 1);

const property = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void, numRuns = 80): void => {
  fc.assert(fc.property(arbitrary, check), { numRuns, seed: 20_261_125 });
};

/** Sites that take whatever comes. */
const WIDE = { a: 1e6, b: 1e6 };

describe("what a loss leaves", () => {
  test("is no more than what the remaining site takes in its zones", () => {
    property(fc.tuple(links, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), ([all, a, b]) => {
      const losses = lossesOf(all, { a, b });
      const speeds = all.map(({ speed }) => speed);
      const left = (site: string) => losses.find(({ risk, things }) => risk === "site" && things.includes(site))?.leftGbps;
      expect([left("a"), left("b")]).toEqual([Math.min(b, usableGbps(speeds)), Math.min(a, usableGbps(speeds))]);
      expect(Math.max(...losses.map(({ leftGbps }) => leftGbps))).toBeLessThanOrEqual(a + b);
      expect(worstLeftGbps(all, { a, b })).toBeLessThanOrEqual(worstLeftGbps(all, WIDE));
    });
  });

  test("dropping a link never raises it, and so adding one never lowers it", () => {
    property(links, (all) => {
      for (const dropped of all) {
        const rest = all.filter((link) => link !== dropped);
        expect(worstLeftGbps(rest, WIDE)).toBeLessThanOrEqual(worstLeftGbps(all, WIDE));
        expect(diversePaths(rest)).toBeLessThanOrEqual(diversePaths(all));
        expect(usableGbps(rest.map(({ speed }) => speed))).toBeLessThanOrEqual(usableGbps(all.map(({ speed }) => speed)));
      }
    });
  });

  test("every kind of loss takes every link, at one thing or another, and the worst is one of the losses", () => {
    property(links, (all) => {
      const losses = lossesOf(all, WIDE);
      for (const risk of sharedRisks) {
        const taken = losses.filter((loss) => loss.risk === risk).flatMap(({ takes }) => takes);
        expect(new Set(taken)).toEqual(new Set(all.map(({ name }) => name)));
      }
      expect(worstLeftGbps(all, WIDE)).toBe(Math.min(...losses.map(({ leftGbps }) => leftGbps)));
    });
  });

  test("a link of unknown route, ducts or carrier goes with every other, and is named as presumed where it is not alone", () => {
    property(links, (all) => {
      const unknown = (risk: string): readonly string[] =>
        all
          .filter(({ accessCircuit: { route, ducts, carrier } }) => {
            if (risk === "duct") return ducts.length === 0;
            return (risk === "route" ? route : carrier) === UNKNOWN;
          })
          .map(({ name }) => name);
      for (const { risk, presumed } of lossesOf(all, WIDE).filter((loss) => ["route", "duct", "carrier"].includes(loss.risk)))
        expect(presumed).toEqual(unknown(risk));
    });
  });

  test("an unknown entry is one of its own building's", () => {
    const at = (dataCentre: string, buildingEntry: string, name: string): QuotedLink => ({
      ...sample,
      name,
      accessCircuit: { ...sampleCircuit, dataCentre, buildingEntry },
    });
    const losses = lossesOf([at("dc-1", "front", "a"), at("dc-1", UNKNOWN, "b"), at("dc-2", "front", "c"), at("dc-3", UNKNOWN, "d")], WIDE);
    expect(losses.filter(({ risk }) => risk === "buildingEntry").map(({ things, takes }) => [things, takes])).toEqual([
      [["dc-1 front"], ["a", "b"]],
      [["dc-2 front"], ["c"]],
      [["dc-3 unknown"], ["d"]],
    ]);
  });

  test("links of one speed carry their sum; a slow one beside fast ones carries nothing, as flows are spread evenly", () => {
    expect(usableGbps(["100Gbps", "100Gbps", "100Gbps"])).toBe(300);
    expect(usableGbps(["100Gbps", "10Gbps"])).toBe(100);
    expect(usableGbps(["10Gbps", "10Gbps", "1Gbps"])).toBe(20);
    expect(usableGbps([])).toBe(0);
  });
});

describe("diverse paths", () => {
  const apart = (one: QuotedLink, other: QuotedLink): boolean => diversePaths([one, other]) === 2;
  const subsets = (all: readonly QuotedLink[]): readonly (readonly QuotedLink[])[] =>
    all.reduce<readonly (readonly QuotedLink[])[]>((sets, link) => [...sets, ...sets.map((set) => [...set, link])], [[]]);

  test("are as many as the largest set of which any two are apart", () => {
    property(links, (all) => {
      const known = all.filter((link) => diversePaths([link]) === 1);
      const sound = subsets(known).filter((set) => set.every((one, place) => set.slice(place + 1).every((other) => apart(one, other))));
      expect(diversePaths(all)).toBe(Math.max(...sound.map((set) => set.length)));
    });
  });

  test("are found in thirty links at once", () => {
    const many = directConnectLocations.slice(0, 30).map(({ code }, nth): QuotedLink => {
      const ducts = [`d-${nth}`, `d-${(nth + 1) % 30}`, `d-${(nth * 7) % 30}`];
      const way = { ...sampleCircuit, route: `r-${nth}`, buildingEntry: `e-${nth}`, ducts };
      return { ...sample, name: `line-${nth}`, dxLocation: code, accessCircuit: way };
    });
    expect(many.length).toBeGreaterThan(25);
    const start = performance.now();
    expect(diversePaths(many)).toBeGreaterThan(5);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("the month in which the headroom ends", () => {
  const peaks = fc.record({
    gbps: fc.double({ min: 0.001, max: 500, noNaN: true }),
    growthPercentPerYear: fc.double({ min: 0, max: 300, noNaN: true }),
  });

  test("is the first whose peak is more than what is left", () => {
    property(fc.tuple(peaks, fc.integer({ min: 1, max: 400 })), ([{ gbps, growthPercentPerYear }, left]) => {
      const peak = { gbps, growthPercentPerYear, ofPaymentsGbps: gbps, ofOthersGbps: 0, asOf: "2026-11" };
      const ends = headroomEnd(left, peak);
      const last = 25 * 12;
      const until = Array.from({ length: last + 1 }, (_, month) => month).findIndex(
        (month) => ends.kind === "ends" && monthAfter("2026-11", month) === ends.month,
      );
      const before = until < 0 ? last : until - 1;
      expect(before < 0 || peakAfter(peak, before) <= left).toBe(true);
      expect(until < 0 || peakAfter(peak, until) > left).toBe(true);
    });
  });

  test("is counted over years, and days over leap years", () => {
    expect([monthAfter("2026-11", 0), monthAfter("2026-11", 2), monthAfter("2026-11", 14)]).toEqual(["2026-11", "2027-01", "2028-01"]);
    expect(daysBefore(firstDayOf("2028-03"), 1)).toBe("2028-02-29");
    expect(daysBefore("2027-01-01", 31)).toBe("2026-12-01");
  });
});

describe("options", () => {
  const options = fc.array(
    fc.record({
      roundTripMs: fc.integer({ min: 1, max: 3 }),
      separation: fc.constantFrom("entire" as const, "partial" as const, "possiblyShared" as const),
      to: fc.integer({ min: 1, max: 3 }),
      usdPerMonth: fc.integer({ min: 1, max: 3 }),
      locations: fc.constantFrom(["EQSK1"], ["ITXS1"], ["EQSK1", "ITXS1"]),
      speed: fc.constantFrom("10Gbps" as const, "100Gbps" as const),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const of = (all: readonly Omit<LinkOption, "name" | "from" | "kind" | "leadTimeDays" | "source" | "asOf">[]) => all;

  test("that are dominated are never best in anything, and are no better than what dominates them in any criterion", () => {
    property(options, (drawn) => {
      const all = rated(
        of(drawn).map((option, nth): LinkOption => {
          const to = drawn[nth]?.to ?? 0;
          return {
            ...option,
            name: `o-${nth}`,
            from: "offer",
            kind: "ethernet",
            leadTimeDays: { from: 0, to },
            source: "test",
            asOf: "2026-11",
          };
        }),
      );
      const worth = { entire: 0, partial: 1, possiblyShared: 2 };
      for (const option of all) {
        expect(option.dominatedBy.length === 0 || option.bestIn.length === 0).toBe(true);
        for (const other of all.filter(({ name }) => option.dominatedBy.includes(name))) {
          const burdens = (one: LinkOption) => [one.roundTripMs, worth[one.separation], one.leadTimeDays.to, one.usdPerMonth];
          const differences = burdens(option).map((burden, nth) => burden - (burdens(other)[nth] ?? 0));
          expect(Math.min(...differences)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...differences)).toBeGreaterThan(0);
          expect(gbpsOf(other.speed)).toBeGreaterThanOrEqual(gbpsOf(option.speed));
          expect(other.locations).toEqual(expect.arrayContaining([...option.locations]));
        }
      }
      expect(all.some(({ dominatedBy }) => dominatedBy.length === 0)).toBe(true);
    });
  });

  test("of the market are the brief's table, and none of the three dominates another", () => {
    const market = linkOptions({ ...sweden(), linkOffers: [] });
    expect(market.map((o) => [o.kind, o.roundTripMs, o.separation, o.leadTimeDays, o.usdPerMonth, o.bestIn])).toEqual([
      ["darkFibre", 1, "entire", { from: 15, to: 30 }, 25_000, ["roundTrip", "separation"]],
      ["wavelength", 2, "partial", { from: 10, to: 20 }, 18_000, []],
      ["ethernet", 3, "possiblyShared", { from: 5, to: 10 }, 14_000, ["leadTime", "price"]],
    ]);
    expect(market.flatMap(({ dominatedBy }) => dominatedBy)).toEqual([]);
  });

  test("are told from an ordered link's way only where that is known", () => {
    const [first, ...others] = sweden().links;
    const crossing = { ...sample, accessCircuit: { ...sampleCircuit, ducts: ["duct-n-2"] } };
    const [option] = linkOptions({ ...sweden(), linkOffers: [crossing] });
    expect(option?.separation).toBe("partial");
    expect(first === undefined ? [] : linkOptions({ ...sweden(), links: others, linkOffers: [crossing] })[0]?.separation).toBe("entire");
  });
});

describe("changes", () => {
  const deployments = fc
    .tuple(links, named("offer", 3), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 }))
    .map(([all, offers, gbps, growthPercentPerYear]): Deployment => {
      const deployment = sweden();
      const [model] = deployment.links;
      const { linkTraffic: traffic } = deployment;
      if (model === undefined || traffic?.other === undefined) throw new Error("the sample lacks a link or traffic");
      return {
        ...deployment,
        links: all.map((link) => ({ ...model, ...link, macsec: "notUsed" as const })),
        linkOffers: [...offers],
        linkTraffic: { ...traffic, growthPercentPerYear, other: { ...traffic.other, gbps } },
      };
    });

  const planProperty = (check: (deployment: Deployment) => void): void => property(deployments, check, 40);

  test("have a last day to order that leaves the lead time before the month in which the headroom ends", () => {
    let days = 0;
    planProperty((deployment) => {
      const plan = linkPlan(deployment);
      for (const { orderBy, ends } of plan.changes) {
        if (orderBy.kind !== "day") continue;
        days++;
        const month = plan.figures.ends.kind === "ends" ? plan.figures.ends.month : "";
        expect(daysBefore(firstDayOf(month), orderBy.leadDays + 1)).toBe(orderBy.lastDay);
        expect(orderBy.lastDay < firstDayOf(month)).toBe(true);
        expect(ends.kind === "beyond" || (ends.kind === "ends" && ends.month > month)).toBe(true);
      }
    });
    expect(days).toBeGreaterThan(0);
  });

  test("cost what is added less what is dropped, and dropping helps nothing", () => {
    planProperty((deployment) => {
      const plan = linkPlan(deployment);
      const priceOf = (name: string): number => {
        const found = [...deployment.links, ...(deployment.linkOffers ?? [])].find((link) => link.name === name);
        return found === undefined ? Number.NaN : (found.accessCircuit.quote?.usdPerMonth ?? 0) + portHourUsd[found.speed] * 730;
      };
      const sum = deployment.links.reduce((total, { name }) => total + priceOf(name), 0);
      expect(plan.cost.usdPerMonth).toBeCloseTo(sum, 6);
      const priced = plan.changes.flatMap(({ change, ...effect }) => {
        if (change.kind === "drop") return [{ ...effect, prices: [-priceOf(change.link)], adds: false }];
        const prices = change.kind === "add" ? change.options.map(priceOf) : [];
        return prices.length > 0 && !prices.includes(Number.NaN) ? [{ ...effect, prices, adds: true }] : [];
      });
      for (const { usdPerMonth, worstGbps, diversePaths: paths, prices, adds } of priced) {
        expect(usdPerMonth).toBeCloseTo(
          prices.reduce((total, price) => total + price, 0),
          6,
        );
        expect(adds ? Math.min(worstGbps, paths) >= 0 : Math.max(worstGbps, paths) <= 0).toBe(true);
      }
    });
  });

  test("are the same whatever the day is, but for what is marked as past", () => {
    const late = (on: string) => linkPlan(sweden(), on).changes.flatMap(({ orderBy }) => (orderBy.kind === "day" ? [orderBy.late] : []));
    expect([late("2028-05-13"), late("2028-05-14")]).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(linkPlan(sweden())).toEqual(linkPlan(sweden(), "2026-11-01"));
  });

  test("a pair at two locations is told where neither of the two helps alone", () => {
    const pairs = linkPlan(sweden()).changes.filter(({ change }) => change.kind === "add" && change.options.length === 2);
    expect(pairs.map(({ change, worstGbps, ends }) => [change.kind === "add" ? change.options : [], worstGbps, ends])).toEqual([
      [["baltic-eqsk1", "norr-itxs1"], 100, { kind: "ends", month: "2029-11" }],
      [["baltic-eqsk1", "svea-itxs1"], 100, { kind: "ends", month: "2029-11" }],
    ]);
  });

  test("that the file could not hold are told as rejected", () => {
    const refused = linkPlan(sweden()).changes.filter(({ refusedFor }) => refusedFor.length > 0);
    expect(refused.map(({ change, refusedFor }) => [change, refusedFor])).toContainEqual([
      { kind: "drop", link: "stockholm-1-eqsk1" },
      ["At EQSK1 all links are on device 2."],
    ]);
    expect(refused).toHaveLength(4);
  });
});

test("without traffic no headroom is told, and what a loss leaves is", () => {
  const { linkTraffic: _, ...rest } = sweden();
  const plan = linkPlan(rest);
  expect(plan).toMatchObject({ peak: undefined, on: undefined, months: [], figures: { worstGbps: 200, ends: { kind: "undetermined" } } });
  expect(new Set(plan.changes.map(({ orderBy }) => orderBy.kind))).toEqual(new Set(["undetermined"]));
});

test("a deployment without links, offers and quotes has a plan of nothing", () => {
  expect(linkPlan({ ...sweden(), links: [], linkOffers: [] })).toMatchObject({
    losses: [],
    options: [],
    changes: [],
    allGbps: 0,
    cost: { usdPerMonth: 0 },
  });
});
