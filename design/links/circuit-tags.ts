import type { Tags } from "../foundation/tags";
import type { LinkDesign } from "./link";

/**
 * What AWS cannot know of a port: the way to it. Whoever judges the Terraform finds it here; its
 * signs are those that Direct Connect's tags take (API_Tag, read 2026-11-23).
 */
export function circuitTags({ name, device, encryption, circuit }: LinkDesign): Tags {
  return {
    "twinsite:link": name,
    "twinsite:device": device,
    "twinsite:macsec": encryption.state,
    "twinsite:circuit": circuit.kind,
    "twinsite:data-centre": circuit.dataCentre,
    "twinsite:carrier": circuit.carrier,
    "twinsite:route": circuit.route,
    "twinsite:ducts": circuit.ducts.length === 0 ? "unknown" : circuit.ducts.join(" "),
    "twinsite:building-entry": circuit.buildingEntry,
    "twinsite:end-to-end-encryption": circuit.endToEndEncryption.by,
  };
}
