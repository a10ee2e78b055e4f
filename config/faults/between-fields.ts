import type { Draft } from "../draft";
import type { Finding } from "../fault";
import { addressSpaceFindings } from "./address-spaces";
import { advertisedPrefixFindings } from "./advertised-prefixes";
import { asnFindings } from "./asns";
import { auroraDataLossFindings } from "./aurora-data-loss";
import { auroraInstanceFindings } from "./aurora-instances";
import { auroraPromotionFindings } from "./aurora-promotion";
import { auroraVersionFindings } from "./aurora-versions";
import { awsProviderFindings } from "./aws-provider";
import { bgpRangeFindings } from "./bgp-ranges";
import { breakGlassUserFindings } from "./break-glass-users";
import { cellCountFindings } from "./cell-counts";
import { customerAsnFindings } from "./customer-asns";
import { diversePathFindings } from "./diverse-paths";
import { dnsRecoveryFindings } from "./dns-recovery";
import { flowEndFindings } from "./flow-ends";
import { flowPathFindings } from "./flow-paths";
import { flowServicesFindings } from "./flow-services";
import { frontFlowFindings } from "./front-flows";
import { healthPathFindings } from "./health-paths";
import { leadTimeFindings } from "./lead-times";
import { ledgerRegionFindings } from "./ledger-regions";
import { linkDiversityFindings } from "./link-diversity";
import { linkNameFindings } from "./link-names";
import { linkQuotaFindings } from "./link-quotas";
import { linkSpeedFindings } from "./link-speeds";
import { linkVlanFindings } from "./link-vlans";
import { listenerPortFindings } from "./listener-ports";
import { listenerFindings } from "./listeners";
import { macsecKeyFindings } from "./macsec-keys";
import { neededFlowFindings } from "./needed-flows";
import { networkAddressFindings } from "./network-addresses";
import { onCallFindings } from "./on-call";
import { overlapFindings } from "./overlaps";
import { participantCellFindings } from "./participant-cells";
import { participantNameFindings } from "./participant-names";
import { partyFindings } from "./parties";
import { partyNameFindings } from "./party-names";
import { partyPrefixFindings } from "./party-prefixes";
import { pinHsmFindings } from "./pin-hsm";
import { regionFindings } from "./regions";
import { repeatedFlowFindings } from "./repeated-flows";
import { residencyFindings } from "./residency";
import { resolverFlowFindings } from "./resolver-flows";
import { separateDutyFindings } from "./separate-duties";
import { servicePortFindings } from "./service-ports";
import { taskSizeFindings } from "./task-sizes";
import { trustBundleFindings } from "./trust-bundle";
import { twinFlowFindings } from "./twin-flows";
import { zoneNameFindings } from "./zone-names";
import { zoneFindings } from "./zones";

const families: readonly ((draft: Draft) => readonly Finding[])[] = [
  awsProviderFindings,
  regionFindings,
  zoneFindings,
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
];

/** Faults that only show when fields are held against each other, or against the world's facts. */
export function betweenFieldsFindings(draft: Draft): readonly Finding[] {
  return families.flatMap((findings) => findings(draft));
}
