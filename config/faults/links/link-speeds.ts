import { type DirectConnectLocation, directConnectLocation, fastestPorts, type PortSpeed } from "../../../facts/direct-connect-locations";
import { type Draft, linksOf, offersOf, type PlacedLink } from "../../draft";
import type { Finding } from "../../fault";

export function linkSpeedFindings(draft: Draft): readonly Finding[] {
  return [...linksOf(draft), ...offersOf(draft)].flatMap((placed) => {
    const { dxLocation, speed } = placed.link;
    if (dxLocation === undefined || speed === undefined) return [];
    const location = directConnectLocation(dxLocation);
    return location.portSpeeds.includes(speed) ? cannotEncrypt(placed, location, speed) : [notSold(placed, location, speed)];
  });
}

function notSold({ path }: PlacedLink, { code, portSpeeds }: DirectConnectLocation, speed: PortSpeed): Finding {
  const elsewhere =
    speed === fastestPorts.speed
      ? ` Ports of ${speed} are sold at ${fastestPorts.locations} locations, all in ${fastestPorts.country}.`
      : "";
  return {
    path: [...path, "speed"],
    at: "value",
    what: `${code} has no ports of ${speed}.`,
    allowed: `At ${code}: ${portSpeeds.join(", ")}.${elsewhere}`,
    mend: "Choose one of these, or another location.",
  };
}

function cannotEncrypt({ path, link }: PlacedLink, location: DirectConnectLocation, speed: PortSpeed): readonly Finding[] {
  const { code, macsecSpeeds } = location;
  if (link.macsec !== "required" || macsecSpeeds.includes(speed)) return [];
  return [
    {
      path: [...path, "macsec"],
      at: "value",
      what: `${code} has no MACsec on ports of ${speed}.`,
      allowed: macsecSpeeds.length === 0 ? `At ${code}: notUsed.` : `At ${code}, with MACsec: ${macsecSpeeds.join(", ")}.`,
      mend: "Choose a speed or a location with MACsec, or write `notUsed` and encrypt above it.",
    },
  ];
}
