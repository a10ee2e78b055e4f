import { everyCall, named, type Tampering } from "./tampering";

/** Calls that make clients find nobody, or somebody else. */
export const nameTampering: readonly Tampering[] = [
  {
    id: "zones",
    watcher: "a zone of the service, the signatures of its answers or its log",
    guardrail: "none",
    eventSource: "route53.amazonaws.com",
    kept: "KeepNames",
    calls: named(
      "route53",
      "DeactivateKeySigningKey",
      "DeleteHostedZone",
      "DeleteKeySigningKey",
      "DeleteQueryLoggingConfig",
      "DisableHostedZoneDNSSEC",
      "DisassociateVPCFromHostedZone",
    ),
    ...everyCall,
    where: "us-east-1",
  },
  {
    id: "certificates",
    watcher: "a certificate",
    guardrail: "none",
    eventSource: "acm.amazonaws.com",
    kept: "KeepNames",
    calls: named("acm", "DeleteCertificate"),
    ...everyCall,
  },
];
