import { z } from "zod";
import { deploymentSchema } from "./deployment";
import type { Path } from "./fault";
import { fewParties } from "./sections/parties";

/**
 * What can be relied on in a file that may have faults: every field is sound by itself or absent.
 * So the rules between fields still speak when some other field is wrong, and all faults are told
 * at once.
 */

const { shape } = deploymentSchema;
const siteShape = shape.sites.shape.a.shape;
const partyShape = shape.parties.valueType.shape;
const flowShape = shape.flows.element.shape;
const linkShape = shape.links.element.shape;

const soundOrAbsent = <T extends z.ZodType>(field: T) => field.optional().catch(undefined);
/** A longer list is a fault by itself. Some rules hold every entry against every other. */
const LONGEST = 200;
const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).max(LONGEST).catch([]);

const draftSite = z
  .object({
    region: soundOrAbsent(siteShape.region),
    zones: listOf(soundOrAbsent(siteShape.zones.element)),
    addressSpace: soundOrAbsent(siteShape.addressSpace),
    advertisedPrefixes: listOf(soundOrAbsent(siteShape.advertisedPrefixes.element)),
    transitGatewayAsn: soundOrAbsent(siteShape.transitGatewayAsn),
    directConnectGatewayAsn: soundOrAbsent(siteShape.directConnectGatewayAsn),
  })
  .catch({ zones: [], advertisedPrefixes: [] });

const draftParty = z
  .object({
    reachedOver: soundOrAbsent(partyShape.reachedOver),
    prefixes: listOf(soundOrAbsent(partyShape.prefixes.element)),
    names: soundOrAbsent(partyShape.names),
  })
  .catch({ prefixes: [] });

const draftFlow = z
  .object({
    name: soundOrAbsent(flowShape.name),
    from: soundOrAbsent(flowShape.from),
    to: soundOrAbsent(flowShape.to),
    protocol: soundOrAbsent(flowShape.protocol),
    port: soundOrAbsent(flowShape.port),
    /** Absent only where the flow has none. */
    services: listOf(soundOrAbsent(flowShape.services.unwrap().element)).optional(),
    listener: soundOrAbsent(flowShape.listener.unwrap()),
  })
  .catch({});

const draftAccess = z
  .object({
    deployerRole: soundOrAbsent(shape.access.shape.deployerRole),
    keyAdministratorRole: soundOrAbsent(shape.access.shape.keyAdministratorRole),
    auditorRole: soundOrAbsent(shape.access.shape.auditorRole),
    breakGlassUsers: listOf(soundOrAbsent(shape.access.shape.breakGlassUsers.element)),
  })
  .catch({ breakGlassUsers: [] });
const draftPerSite = <T extends z.ZodType>(field: T) => z.object({ a: soundOrAbsent(field), b: soundOrAbsent(field) }).catch({});

const draftLink = z
  .object({
    name: soundOrAbsent(linkShape.name),
    dxLocation: soundOrAbsent(linkShape.dxLocation),
    speed: soundOrAbsent(linkShape.speed),
    device: soundOrAbsent(linkShape.device),
    customerAsn: soundOrAbsent(linkShape.customerAsn),
    macsec: soundOrAbsent(linkShape.macsec),
    macsecSecretArn: soundOrAbsent(linkShape.macsecSecretArn.unwrap()),
    vlan: draftPerSite(linkShape.vlan.shape.a),
    bgpRange: draftPerSite(linkShape.bgpRange.shape.a),
    accessCircuit: soundOrAbsent(linkShape.accessCircuit),
  })
  .catch({ vlan: {}, bgpRange: {} });

const draftService = z
  .object({ health: soundOrAbsent(shape.service.shape.health), trustBundle: soundOrAbsent(shape.service.shape.trustBundle.unwrap()) })
  .catch({});

const draftParticipant = z
  .object({ name: soundOrAbsent(shape.participants.element.shape.name), cell: soundOrAbsent(shape.participants.element.shape.cell) })
  .catch({});

const draftSchema = z.object({
  awsProvider: soundOrAbsent(shape.awsProvider),
  homeRegion: soundOrAbsent(shape.homeRegion),
  sites: z.object({ a: draftSite, b: draftSite }).partial().catch({}),
  /** Absent where no party can be known: then no flow can be said to name a wrong one. */
  parties: soundOrAbsent(z.record(z.string(), draftParty).refine(fewParties)),
  flows: listOf(draftFlow),
  /** Absent where there is no list, which is told by itself. */
  links: z.array(draftLink).max(LONGEST).optional().catch(undefined),
  /** As far as an offer says what a link says. */
  linkOffers: listOf(draftLink),
  names: soundOrAbsent(shape.names),
  service: draftService,
  participants: listOf(draftParticipant),
  capacity: soundOrAbsent(shape.capacity),
  ledger: soundOrAbsent(shape.ledger),
  objectives: soundOrAbsent(shape.objectives),
  accounts: z.object({ payments: soundOrAbsent(shape.accounts.shape.payments) }).catch({}),
  pinHsm: soundOrAbsent(shape.pinHsm),
  access: draftAccess,
  onCall: listOf(soundOrAbsent(shape.onCall.element)),
  residency: soundOrAbsent(shape.residency.unwrap()),
  acknowledgements: listOf(soundOrAbsent(shape.acknowledgements.unwrap().element)),
});

export type Draft = z.infer<typeof draftSchema>;
export type DraftSite = z.infer<typeof draftSite>;
export type DraftFlow = z.infer<typeof draftFlow>;
export type DraftLink = z.infer<typeof draftLink>;

export function draftOf(value: unknown): Draft {
  return draftSchema
    .catch({
      sites: {},
      flows: [],
      linkOffers: [],
      service: {},
      participants: [],
      accounts: {},
      access: { breakGlassUsers: [] },
      onCall: [],
      acknowledgements: [],
    })
    .parse(value);
}

export interface PlacedLink {
  readonly path: Path;
  readonly link: DraftLink;
}

export function linksOf(draft: Draft): readonly PlacedLink[] {
  return (draft.links ?? []).map((link, index) => ({ path: ["links", index], link }));
}

export function offersOf({ linkOffers }: Draft): readonly PlacedLink[] {
  return linkOffers.map((link, index) => ({ path: ["linkOffers", index], link }));
}

export interface PlacedSite {
  readonly path: Path;
  readonly site: DraftSite;
}

export function sitesOf(draft: Draft): readonly PlacedSite[] {
  return [
    ...(draft.sites.a === undefined ? [] : [{ path: ["sites", "a"], site: draft.sites.a }]),
    ...(draft.sites.b === undefined ? [] : [{ path: ["sites", "b"], site: draft.sites.b }]),
  ];
}
