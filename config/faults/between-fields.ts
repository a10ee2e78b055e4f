import type { Draft } from "../draft";
import type { Finding } from "../fault";
import { acknowledgementFindings } from "./file/acknowledgements";
import { residencyFindings } from "./file/residency";
import { flowEndFindings } from "./flows/flow-ends";
import { flowPathFindings } from "./flows/flow-paths";
import { flowServicesFindings } from "./flows/flow-services";
import { frontFlowFindings } from "./flows/front-flows";
import { listenerPortFindings } from "./flows/listener-ports";
import { listenerFindings } from "./flows/listeners";
import { neededFlowFindings } from "./flows/needed-flows";
import { partyFindings } from "./flows/parties";
import { partyNameFindings } from "./flows/party-names";
import { partyPrefixFindings } from "./flows/party-prefixes";
import { repeatedFlowFindings } from "./flows/repeated-flows";
import { resolverFlowFindings } from "./flows/resolver-flows";
import { servicePortFindings } from "./flows/service-ports";
import { twinFlowFindings } from "./flows/twin-flows";
import { auroraDataLossFindings } from "./ledger/aurora-data-loss";
import { auroraInstanceFindings } from "./ledger/aurora-instances";
import { auroraPromotionFindings } from "./ledger/aurora-promotion";
import { auroraVersionFindings } from "./ledger/aurora-versions";
import { ledgerRegionFindings } from "./ledger/ledger-regions";
import { customerAsnFindings } from "./links/customer-asns";
import { diversePathFindings } from "./links/diverse-paths";
import { leadTimeFindings } from "./links/lead-times";
import { linkDiversityFindings } from "./links/link-diversity";
import { linkNameFindings } from "./links/link-names";
import { linkQuotaFindings } from "./links/link-quotas";
import { linkSpeedFindings } from "./links/link-speeds";
import { linkVlanFindings } from "./links/link-vlans";
import { macsecKeyFindings } from "./links/macsec-keys";
import { breakGlassUserFindings } from "./people/break-glass-users";
import { onCallFindings } from "./people/on-call";
import { separateDutyFindings } from "./people/separate-duties";
import { cellCountFindings } from "./service/cell-counts";
import { dnsRecoveryFindings } from "./service/dns-recovery";
import { healthPathFindings } from "./service/health-paths";
import { participantCellFindings } from "./service/participant-cells";
import { participantNameFindings } from "./service/participant-names";
import { pinHsmFindings } from "./service/pin-hsm";
import { taskSizeFindings } from "./service/task-sizes";
import { trustBundleFindings } from "./service/trust-bundle";
import { zoneNameFindings } from "./service/zone-names";
import { addressSpaceFindings } from "./sites/address-spaces";
import { advertisedPrefixFindings } from "./sites/advertised-prefixes";
import { asnFindings } from "./sites/asns";
import { awsProviderFindings } from "./sites/aws-provider";
import { bgpRangeFindings } from "./sites/bgp-ranges";
import { networkAddressFindings } from "./sites/network-addresses";
import { overlapFindings } from "./sites/overlaps";
import { regionFindings } from "./sites/regions";
import { zoneOfferFindings } from "./sites/zone-offers";
import { zoneFindings } from "./sites/zones";

const families: readonly ((draft: Draft) => readonly Finding[])[] = [
  awsProviderFindings,
  regionFindings,
  zoneFindings,
  zoneOfferFindings,
  ledgerRegionFindings,
  auroraDataLossFindings,
  auroraInstanceFindings,
  auroraPromotionFindings,
  auroraVersionFindings,
  networkAddressFindings,
  addressSpaceFindings,
  overlapFindings,
  advertisedPrefixFindings,
  partyPrefixFindings,
  partyNameFindings,
  asnFindings,
  partyFindings,
  flowEndFindings,
  flowPathFindings,
  flowServicesFindings,
  listenerFindings,
  listenerPortFindings,
  frontFlowFindings,
  neededFlowFindings,
  healthPathFindings,
  trustBundleFindings,
  repeatedFlowFindings,
  resolverFlowFindings,
  twinFlowFindings,
  pinHsmFindings,
  separateDutyFindings,
  breakGlassUserFindings,
  linkNameFindings,
  linkSpeedFindings,
  linkDiversityFindings,
  diversePathFindings,
  linkQuotaFindings,
  linkVlanFindings,
  bgpRangeFindings,
  customerAsnFindings,
  macsecKeyFindings,
  leadTimeFindings,
  dnsRecoveryFindings,
  zoneNameFindings,
  participantNameFindings,
  participantCellFindings,
  onCallFindings,
  servicePortFindings,
  cellCountFindings,
  taskSizeFindings,
  residencyFindings,
  acknowledgementFindings,
];

/** Faults that only show when fields are held against each other, or against the world's facts. */
export function betweenFieldsFindings(draft: Draft): readonly Finding[] {
  return families.flatMap((findings) => findings(draft));
}
