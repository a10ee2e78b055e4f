import { z } from "zod";

/** How many private lines must have nothing physical in common. */
export const diversePaths = z
  .int()
  .min(2)
  .max(30)
  .optional()
  .meta({
    description:
      "Links of which no two share a device, a route, a duct or a building entry, known for each. Not asked for, where it is left out: two locations with two devices each are asked for anyway.",
    examples: [5],
  });
