import { z } from "zod";
import { directConnectQuotas } from "../facts/direct-connect";
import { access } from "./sections/access";
import { acknowledgement } from "./sections/acknowledgement";
import { capacity } from "./sections/capacity";
import { diversePaths } from "./sections/diverse-paths";
import { accountId, deploymentName, exactVersion, partyName, region, seconds, tagValue } from "./sections/fields";
import { flow } from "./sections/flow";
import { ledger } from "./sections/ledger";
import { link } from "./sections/link";
import { linkOffers } from "./sections/link-offer";
import { linkTraffic } from "./sections/link-traffic";
import { names } from "./sections/names";
import { onCall } from "./sections/on-call";
import { fewParties, MOST_PARTIES, outsideParty } from "./sections/parties";
import { residency } from "./sections/residency";
import { participant, service } from "./sections/service";
import { site } from "./sections/site";

/**
 * The deployment file: what a platform engineer declares. Types, faults and the editors' JSON
 * Schema all come from here; what one field alone cannot tell is in `faults/`.
 */

const place = (what: string) =>
  z.enum(["here", "managedElsewhere"]).meta({ description: `${what}: built here, or by your landing zone.`, examples: ["here"] });

export const deploymentSchema = z
  .strictObject({
    name: deploymentName,
    owner: tagValue("Who answers for it; a tag on every resource.", "payments-platform"),
    costCentre: tagValue("Who pays for it; a tag on every resource.", "CC-4711"),
    accounts: z
      .strictObject({ payments: accountId })
      .meta({ description: "The AWS account that holds every stack. A layout with more accounts is not built yet." }),
    awsProvider: exactVersion,
    state: z
      .strictObject({
        kind: z.enum(["local", "s3"]).meta({
          description: "local: files beside the output, for a trial. s3: a bucket in each Region that the bootstrap stacks make.",
          examples: ["s3"],
        }),
      })
      .meta({ description: "Where Terraform keeps its state." }),
    homeRegion: region(
      "For what sees both sites: its state and the account-wide guardrails. A third Region; with both sites in one, that one too, so that nothing leaves its country.",
      "eu-west-1",
    ),
    sites: z.strictObject({ a: site, b: site }).meta({ description: "The two data centres, both live." }),
    parties: z
      .record(partyName, outsideParty)
      .refine(fewParties)
      .meta({
        description: `At most ${MOST_PARTIES} parties that are outside, besides the internet and the twin.`,
        maxProperties: MOST_PARTIES,
      }),
    flows: z.array(flow).min(1).max(60).meta({ description: "Everything that may pass; nothing else does." }),
    names,
    service,
    participants: z
      .array(participant)
      .max(1000)
      .meta({ description: "Who has a name of its own that leads to its cell. Others take a cell's name." }),
    capacity,
    ledger,
    links: z
      .array(link)
      .max(directConnectQuotas.interfacesPerGateway)
      .meta({ description: "The private lines: at least two locations, two devices in each. None, where no party is reached over them." }),
    linkTraffic: linkTraffic.optional(),
    linkOffers: linkOffers.optional(),
    objectives: z
      .strictObject({
        availabilityPercent: z
          .number()
          .min(90)
          .lt(100)
          .meta({ description: "Share of time with payments.", examples: [99.999] }),
        recovery: z
          .strictObject({
            internetSeconds: seconds("Until internet clients are served again after the loss of a site.", 120),
            privateLineSeconds: seconds("Until private lines pass again after the loss of a link, device or location.", 5),
          })
          .meta({ description: "How soon payments must pass again." }),
        dataLossSeconds: z
          .number()
          .min(0)
          .max(86_400)
          .meta({ description: "Seconds of confirmed payments that may be lost.", examples: [0] }),
        diversePaths,
      })
      .meta({ description: "What the twin must reach." }),
    cardData: z.enum(["none", "token", "pan"]).meta({
      description: "What the payment service handles; the PCI scope of every segment follows from it.",
      examples: ["pan"],
    }),
    pinHsm: z.enum(["none", "onPremises", "paymentCryptography"]).meta({
      description:
        "Where PINs are translated. onPremises: behind a party named pinHsm. paymentCryptography: AWS, where both Regions offer it.",
      examples: ["onPremises"],
    }),
    access,
    onCall: z.array(onCall).min(1).max(20).meta({ description: "Who hears of alarms." }),
    guardrails: z
      .strictObject({
        trail: place("The CloudTrail trail"),
        config: place("AWS Config with the PCI conformance pack"),
        guardDuty: place("GuardDuty"),
        securityHub: place("Security Hub with the PCI DSS standard"),
        inspector: place("Inspector"),
        ebsEncryption: place("Encryption of EBS volumes by default"),
      })
      .meta({ description: "Account and Region guardrails." }),
    residency: residency.optional(),
    acknowledgements: z
      .array(acknowledgement)
      .max(200)
      .optional()
      .meta({ description: "Findings of the judge that the owner accepts. Nothing is accepted, where it is left out." }),
    logRetentionDays: z.literal([365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]).meta({
      description: "How long logs are kept: the periods of a year and more that CloudWatch Logs knows. PCI DSS 10.5.1 asks for 12 months.",
      examples: [400],
    }),
  })
  .meta({ title: "twinsite deployment", description: "Two mirrored data centres for payments, in one file." });

export type Deployment = z.infer<typeof deploymentSchema>;
export type SiteName = "a" | "b";
export type Link = Deployment["links"][number];
export type LinkOffer = NonNullable<Deployment["linkOffers"]>[number];
