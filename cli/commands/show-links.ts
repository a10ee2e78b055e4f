import { announcedByCustomer } from "../../design/links/bgp-sessions";
import { type LinkDesign, linkDesigns } from "../../design/links/link";
import { routerSettings } from "../../design/links/router-settings";
import { productWords } from "../../facts/circuit-kinds";
import { handOverRenderers, type LinkSheet } from "../../reports/links/router-hand-over";
import { type ExitCode, exitCodes } from "../terminal/exit-codes";
import type { Terminal } from "../terminal/terminal";
import { checkDeployment, printFaults } from "./check";

export interface ShowLinksOptions {
  readonly deployment: string;
  readonly form: "text" | "json" | "markdown";
}

/** The router hand-over of a deployment, from its design: it can be sent before anything is ordered. */
export function showLinks({ deployment, form }: ShowLinksOptions, terminal: Terminal): ExitCode {
  const reading = checkDeployment(deployment);
  if (reading.kind === "faulty") return printFaults(reading.faults, { form }, terminal);
  const handOver = {
    deployment: reading.deployment.name,
    everySession: { ...routerSettings, youAnnounce: announcedByCustomer(reading.deployment) },
    links: linkDesigns(reading.deployment).map(sheetOf),
  };
  terminal.print(handOverRenderers[form](handOver, terminal.colors));
  return exitCodes.fine;
}

function sheetOf({ name, connection, location, speed, device, encryption, sessions, circuit }: LinkDesign): LinkSheet {
  const { quote, endToEndEncryption, ...way } = circuit;
  return {
    link: name,
    port: {
      location: location.code,
      building: location.name,
      city: location.city,
      region: location.associatedRegion,
      connection,
      speed,
      device,
    },
    macsec: encryption.state === "notUsed" ? encryption : { state: encryption.state, cipher: encryption.cipher },
    sessions: sessions.map((session) => ({
      site: `site-${session.site}`,
      vlan: session.vlan,
      yourAsn: session.customerAsn,
      awsAsn: session.amazonAsn,
      yourAddress: session.customerAddress,
      awsAddress: session.amazonAddress,
      mtu: session.mtu,
      awsAnnounces: session.announcedByAmazon,
    })),
    circuit: {
      ...way,
      kindInWords: productWords(circuit.kind),
      endToEndEncryption: endToEndEncryption.by,
      offer: quote ?? null,
    },
  };
}
