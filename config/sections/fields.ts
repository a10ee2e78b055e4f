import { z } from "zod";
import { regions } from "../../facts/regions";

/**
 * The single values of a deployment. A description says the form and the purpose, an example how
 * it is written: editors show both, and faults quote them as what is allowed and how to mend it.
 */

type Meaning = { readonly description: string; readonly examples: readonly string[] };

const text = (form: RegExp, meaning: Meaning) => z.string().regex(form).meta(meaning);

export const deploymentName = text(/^[a-z][a-z0-9-]{1,14}[a-z0-9]$/, {
  description: "3 to 16 lower-case letters, digits and hyphens, a letter first. Part of every resource name, so it never changes.",
  examples: ["sweden"],
});

export const accountId = text(/^\d{12}$/, {
  description: "An AWS account id: 12 digits, in quotes because it can start with a zero.",
  examples: ["111122223333"],
});

/** What every AWS tagging API accepts (botocore models; no comma, quote, bracket, * or #). */
export const tagValue = (purpose: string, example: string) =>
  text(/^[\p{L}\p{N}][\p{L}\p{N} _.:/=+\-@]{0,127}$/u, {
    description: `Up to 128 letters, digits, spaces and _ . : / = + - @, a letter or digit first. ${purpose}`,
    examples: [example],
  });

export const exactVersion = text(/^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){2}$/, {
  description: "One exact version of the Terraform AWS provider, from 5.100.0 and below 7.0.0.",
  examples: ["5.100.0"],
});

export const region = (purpose: string, example: string) =>
  z.enum(regions.map((fact) => fact.region)).meta({
    description: `${purpose} A Region that facts/regions.ts has facts about; another one is added there first.`,
    examples: [example],
  });

export const zoneId = text(/^[a-z]{2,6}\d-az\d$/, {
  description: "A zone id of the site's Region. Not a zone name such as eu-north-1a: names are shuffled per account.",
  examples: ["eun1-az1"],
});

export const addressRange = z.cidrv4().meta({
  description: "An IPv4 range: its first address, a slash and the length of its prefix.",
  examples: ["10.16.0.0/16"],
});

export const autonomousSystem = z
  .union([z.int().min(64_512).max(65_534), z.int().min(4_200_000_000).max(4_294_967_294)])
  .meta({ description: "A private autonomous system number, used once in the deployment.", examples: [64_512] });

export const partyName = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{1,30}$/)
  .meta({ description: "2 to 31 letters and digits, a lower-case letter first." });

export const flowName = text(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, {
  description: "3 to 40 lower-case letters, digits and hyphens, a letter first. Used once in the deployment.",
  examples: ["private-line-api"],
});

/** It describes a security group rule, where EC2 takes neither letters beyond ASCII nor apostrophes. */
export const flowPurpose = text(/^[A-Za-z0-9][A-Za-z0-9 _.:/=+\-@,()]{9,119}$/, {
  description: "10 to 120 English letters, digits, spaces and _ . : / = + - @ , ( ): why the flow is there, for reviewers and auditors.",
  examples: ["Payment messages of banks on private lines"],
});

export const port = z
  .int()
  .min(1)
  .max(65_535)
  .meta({ description: "The port at the flow's end.", examples: [443] });

export const roleName = (purpose: string, example: string) =>
  text(/^(?!(.*\/)?\.{1,2}(\/|$))([\w+=,.@-]{1,64}\/){0,7}[\w+=,.@-]{1,64}$/, {
    description: `An IAM role of the account that exists already, with its path and without \`role/\`. ${purpose}`,
    examples: [example],
  });

export const userName = (purpose: string, example: string) =>
  text(/^([\w+=,.@-]{1,64}\/){0,7}[\w+=,.@-]{1,64}$/, {
    description: `An IAM user of the account that exists already, with its path and without \`user/\`. ${purpose}`,
    examples: [example],
  });

export const seconds = (purpose: string, example: number) =>
  z
    .number()
    .positive()
    .max(86_400)
    .meta({ description: `Seconds. ${purpose}`, examples: [example] });

export const linkName = text(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, {
  description: "3 to 40 lower-case letters, digits and hyphens, a letter first. Part of the port's name: to change it is to order anew.",
  examples: ["stockholm-1-eqsk1"],
});

/** It ends up in a tag, where Direct Connect takes few signs. */
export const circuitName = (purpose: string, example: string) =>
  text(/^[a-z][a-z0-9-]{1,28}[a-z0-9]$/, {
    description: `3 to 30 lower-case letters, digits and hyphens, a letter first. ${purpose}`,
    examples: [example],
  });

/** The provider takes no longer ones up to version 6.25: Direct Connect's API has another field for them. */
export const customerAsn = z
  .int()
  .min(1)
  .max(2_147_483_646)
  .meta({ description: "The autonomous system number of the router at your end of the session.", examples: [65_010] });

export const vlan = z
  .int()
  .min(1)
  .max(4094)
  .meta({ description: "A VLAN, used once on a location's device.", examples: [101] });

export const macsecSecretArn = text(/^arn:aws:secretsmanager:[a-z0-9-]{6,20}:\d{12}:secret:directconnect![A-Za-z0-9/+=.@-]{1,200}$/, {
  description:
    "The secret that Direct Connect made of the link's MACsec key (docs/runbooks/macsec.md). Without it the link awaits its key, and carries nothing.",
  examples: ["arn:aws:secretsmanager:eu-north-1:111122223333:secret:directconnect!prod/eu-north-1/directconnect/EXAMPLE-AbCdEf"],
});

export const quoteSource = text(/^[\p{L}\p{N}][\p{L}\p{N} _.:/=+\-@,()]{2,119}$/u, {
  description: "3 to 120 letters, digits, spaces and _ . : / = + - @ , ( ): whose offer it is and where it is written down.",
  examples: ["Offer 4711 of Example Fibre"],
});

export const month = text(/^\d{4}-(0[1-9]|1[0-2])$/, { description: "A month: year, hyphen, month.", examples: ["2025-03"] });

export const hostName = text(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, {
  description: "A host name in lower-case letters, digits, hyphens and points.",
  examples: ["api.partner.example"],
});

/** A tag can be moved to another image; a digest is the image. */
export const imageDigest = text(/^sha256:[0-9a-f]{64}$/, {
  description: "The image's digest, as the registry and `docker buildx imagetools inspect` print it. Both sites' registries hold it.",
  examples: ["sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"],
});

export const healthPath = (purpose: string, example: string) =>
  text(/^(\/[a-z0-9][a-z0-9._-]{0,40}){1,6}$/, {
    description: `A path of lower-case letters, digits, points, underscores and hyphens. ${purpose}`,
    examples: [example],
  });

export const objectName = text(/^[a-z0-9][a-z0-9-]{0,60}\.pem$/, {
  description:
    "The file with the authorities whose certificates participants may present, in each site's trust bucket. A new bundle gets a new name.",
  examples: ["psd2-authorities-2026-11.pem"],
});

export const participantName = text(/^[a-z][a-z0-9-]{1,28}[a-z0-9]$/, {
  description: "3 to 30 lower-case letters, digits and hyphens, a letter first: its label in both zones.",
  examples: ["nordbank"],
});
