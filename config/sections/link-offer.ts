import { z } from "zod";
import { link, offeredQuote } from "./link";

/** A link that is not ordered: what one would be, with the carrier's quote. It builds nothing. */

const { name, dxLocation, speed, device } = link.shape;
/** An offer is one by its quote. */
const accessCircuit = link.shape.accessCircuit.extend({ quote: offeredQuote });

const linkOffer = z
  .strictObject({ name, dxLocation, speed, device, accessCircuit })
  .meta({ description: "A link that could be ordered: where its port would be, and the circuit that a carrier quoted." });

export const linkOffers = z.array(linkOffer).max(30).meta({
  description: "Offers that you have from carriers, besides the market's quotes in facts/link-market.ts, for `show links --options`.",
});
