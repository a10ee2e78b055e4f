import { healthyLight, macsecCiphers } from "../../facts/direct-connect";
import { directConnectLocations, portSpeeds } from "../../facts/direct-connect-locations";
import { regions } from "../../facts/regions";

test("every location is there once, by a code in capitals", () => {
  const codes = directConnectLocations.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => code !== code.toUpperCase())).toEqual([]);
});

test("AWS's spelling of a code differs from ours in case only", () => {
  for (const { code, apiCode } of directConnectLocations) expect((apiCode ?? code).toUpperCase()).toBe(code);
});

test("the Region that sells a location's ports is one that guardrails can be built in", () => {
  const known = regions.map(({ region }) => region);
  expect(directConnectLocations.filter(({ associatedRegion }) => !known.includes(associatedRegion))).toEqual([]);
});

test("no location of the six markets sells ports of 400 Gbit/s, or encrypts at a speed that it does not sell", () => {
  expect(new Set(directConnectLocations.map(({ country }) => country))).toEqual(new Set(["SE", "KR", "HK", "CA", "GB", "AU"]));
  for (const { portSpeeds: sold, macsecSpeeds } of directConnectLocations) {
    expect(sold).not.toContain("400Gbps");
    expect(sold).toEqual(expect.arrayContaining([...macsecSpeeds]));
  }
});

test("a speed that encrypts anywhere has a cipher, and 1 Gbit/s has none", () => {
  const encrypting = portSpeeds.filter((speed) => directConnectLocations.some(({ macsecSpeeds }) => macsecSpeeds.includes(speed)));
  expect(encrypting.map((speed) => macsecCiphers[speed][0])).toEqual(["GCM-AES-XPN-256", "GCM-AES-XPN-256"]);
  expect(macsecCiphers["1Gbps"]).toEqual([]);
});

test("every speed that is sold has a healthy range of light, lower end first", () => {
  for (const speed of portSpeeds.filter((one) => directConnectLocations.some(({ portSpeeds: sold }) => sold.includes(one)))) {
    const light = healthyLight[speed];
    for (const range of [light?.sent, light?.received])
      expect(range?.lowestDbm).toBeLessThan(range?.highestDbm ?? Number.NEGATIVE_INFINITY);
  }
});
