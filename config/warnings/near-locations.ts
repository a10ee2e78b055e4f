import { type DirectConnectLocation, directConnectLocation } from "../../facts/direct-connect-locations";
import type { Deployment } from "../deployment";
import type { Finding } from "../fault";

/**
 * AWS treats a campus as one location (older Direct Connect user guide); how far one reaches it does
 * not say. Thirteen pairs of AWS's locations lie nearer than this (list of 2026-02-17).
 */
const NEAR_KM = 5;

/** Two codes are not yet two places: a flood or a power cut may reach both. */
export function nearLocationWarnings({ links }: Deployment): readonly Finding[] {
  const codes = [...new Set(links.map(({ dxLocation }) => dxLocation))];
  return codes.flatMap((code, place) =>
    codes.slice(0, place).flatMap((earlier): readonly Finding[] => {
      const km = distanceKm(directConnectLocation(earlier), directConnectLocation(code));
      if (km >= NEAR_KM) return [];
      return [
        {
          path: ["links", links.findIndex(({ dxLocation }) => dxLocation === code), "dxLocation"],
          at: "value",
          what: `${code} is ${km.toFixed(1)} km from ${earlier}.`,
          allowed: `Locations ${NEAR_KM} km apart or more: AWS treats a campus as a single location.`,
          mend: "Choose a location farther away, or find out that the two share neither power, ducts nor flood plain.",
        },
      ];
    }),
  );
}

const EARTH_RADIUS_KM = 6371;

/** Great circle, by the haversine formula. */
function distanceKm(one: DirectConnectLocation, other: DirectConnectLocation): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const parallels = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half(one.latitude, other.latitude) + parallels * half(one.longitude, other.longitude)));
}
