import * as aurora from "./aurora";
import * as balancerRates from "./balancer-rates";
import * as callRates from "./call-rates";
import * as circuitKinds from "./circuit-kinds";
import { configRulePages } from "./config-rule-pages";
import * as configRules from "./config-rules";
import * as dataHolders from "./data-holders";
import * as dataSenders from "./data-senders";
import * as detectorFeatures from "./detector-features";
import * as directConnect from "./direct-connect";
import * as directConnectLocations from "./direct-connect-locations";
import * as directConnectPrices from "./direct-connect-prices";
import * as dnsFailover from "./dns-failover";
import * as dsql from "./dsql";
import * as endpointServices from "./endpoint-services";
import * as fargateSizes from "./fargate-sizes";
import * as globalServices from "./global-services";
import { checkerRangesByRegion } from "./health-checkers";
import * as ledgerRegions from "./ledger-regions";
import * as linkMarket from "./link-market";
import * as loadBalancerCapacity from "./load-balancer-capacity";
import * as logDriver from "./log-driver";
import { marketRules, registerRules } from "./market-rules";
import * as metricSubjects from "./metric-subjects";
import * as namedLogs from "./named-logs";
import * as passwordRules from "./password-rules";
import * as actionScopes from "./permissions/action-scopes";
import * as cellPermissions from "./permissions/cell-permissions";
import * as guardrailPermissions from "./permissions/guardrail-permissions";
import * as inspectionPermissions from "./permissions/inspection-permissions";
import * as ledgerPermissions from "./permissions/ledger-permissions";
import * as namePermissions from "./permissions/name-permissions";
import * as networkPermissions from "./permissions/network-permissions";
import * as protectionPermissions from "./permissions/protection-permissions";
import * as prices from "./prices";
import * as regions from "./regions";
import * as scannerAnswers from "./scanner-answers";
import * as serviceQuotas from "./service-quotas";
import * as singleSettings from "./single-settings";
import taggableTypes from "./taggable-types.json";
import * as accessTampering from "./tampering/access-tampering";
import * as alertTampering from "./tampering/alert-tampering";
import * as evidenceTampering from "./tampering/evidence-tampering";
import * as guardrailTampering from "./tampering/guardrail-tampering";
import * as nameTampering from "./tampering/name-tampering";
import * as tampering from "./tampering/tampering";
import * as untoldTampering from "./tampering/untold-tampering";
import * as tlsPolicies from "./tls-policies";
import * as trafficRates from "./traffic-rates";
import * as trustStores from "./trust-stores";
import * as typesWithoutData from "./types-without-data";
import * as unpricedTypes from "./unpriced-types";
import * as zoneOffers from "./zone-offers";

/** Every file of facts under its name: a test looks that none is forgotten. */
export const factTables: Readonly<Record<string, object>> = {
  "access-tampering": accessTampering,
  "alert-tampering": alertTampering,
  "action-scopes": actionScopes,
  aurora,
  "balancer-rates": balancerRates,
  "call-rates": callRates,
  "cell-permissions": cellPermissions,
  "circuit-kinds": circuitKinds,
  "config-rule-pages": { configRulePages },
  "config-rules": configRules,
  "data-holders": dataHolders,
  "data-senders": dataSenders,
  "detector-features": detectorFeatures,
  "direct-connect": directConnect,
  "direct-connect-locations": directConnectLocations,
  "direct-connect-prices": directConnectPrices,
  "dns-failover": dnsFailover,
  dsql,
  "endpoint-services": endpointServices,
  "evidence-tampering": evidenceTampering,
  "fargate-sizes": fargateSizes,
  "global-services": globalServices,
  "guardrail-permissions": guardrailPermissions,
  "guardrail-tampering": guardrailTampering,
  "health-checkers": { checkerRangesByRegion },
  "inspection-permissions": inspectionPermissions,
  "ledger-permissions": ledgerPermissions,
  "ledger-regions": ledgerRegions,
  "link-market": linkMarket,
  "load-balancer-capacity": loadBalancerCapacity,
  "log-driver": logDriver,
  "market-rules": { marketRules, registerRules },
  "metric-subjects": metricSubjects,
  "name-permissions": namePermissions,
  "name-tampering": nameTampering,
  "named-logs": namedLogs,
  "network-permissions": networkPermissions,
  "password-rules": passwordRules,
  prices,
  "protection-permissions": protectionPermissions,
  regions,
  "scanner-answers": scannerAnswers,
  "service-quotas": serviceQuotas,
  "single-settings": singleSettings,
  "taggable-types": { taggableTypes },
  tampering,
  "tls-policies": tlsPolicies,
  "traffic-rates": trafficRates,
  "trust-stores": trustStores,
  "types-without-data": typesWithoutData,
  "unpriced-types": unpricedTypes,
  "untold-tampering": untoldTampering,
  "zone-offers": zoneOffers,
};
