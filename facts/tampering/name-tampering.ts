import { everyCall, type TamperingEvents } from "./tampering-events";

/** Calls that make clients find nobody, or somebody else. */
export const nameTampering: readonly TamperingEvents[] = [
  {
    id: "zones",
    watcher: "a zone of the service, the signatures of its answers or its log",
    guardrail: "none",
    eventSource: "route53.amazonaws.com",
    eventNames: [
      "DeactivateKeySigningKey",
      "DeleteHostedZone",
      "DeleteKeySigningKey",
      "DeleteQueryLoggingConfig",
      "DisableHostedZoneDNSSEC",
      "DisassociateVPCFromHostedZone",
    ],
    ...everyCall,
    where: "us-east-1",
  },
  {
    id: "certificates",
    watcher: "a certificate",
    guardrail: "none",
    eventSource: "acm.amazonaws.com",
    eventNames: ["DeleteCertificate"],
    ...everyCall,
  },
];
