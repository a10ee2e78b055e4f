import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { CertificateDesign, CertificateName } from "../../design/names/certificates";
import { Alarm } from "../foundation/alarm";
import type { TwinProviders } from "../protection/twin-providers";

type Site = "a" | "b";

export interface SiteCertificatesProps {
  readonly certificates: Readonly<Record<Site, CertificateDesign>>;
  readonly providers: TwinProviders;
  /** The public zone of each name, which an authority asks whether the name is ours. */
  readonly zoneIds: Readonly<Record<CertificateName["id"], string>>;
  /** Who may issue: there before anybody is asked to. */
  readonly issuers: ITerraformDependable;
}

interface Validation {
  readonly requested: Readonly<Record<Site, AcmCertificate>>;
  readonly records: readonly Route53Record[];
}

/**
 * A certificate in each site's Region for the same names. ACM's record for a name is the same in
 * every Region (acm/latest/userguide/dns-validation, read 2026-11-25), so it is made once. ACM
 * renews a certificate for as long as it is in use and its records stand.
 *
 * The first time, this waits until the zone above names ours: before, nobody finds the records.
 */
export class SiteCertificates extends Construct {
  private readonly issued: Readonly<Record<Site, AcmCertificateValidation>>;

  constructor(scope: Construct, id: string, props: SiteCertificatesProps) {
    super(scope, id);
    const requested = { a: this.request("a", props), b: this.request("b", props) };
    const records = props.certificates.a.names.map((name) => this.defineRecord(name, requested, props));
    const validation = { requested, records };
    this.issued = { a: this.awaitIssue("a", validation, props), b: this.awaitIssue("b", validation, props) };
    this.defineExpiryAlarm("a", props);
    this.defineExpiryAlarm("b", props);
  }

  /** ARN of the issued certificate, so that whoever shows it waits until it is. */
  arnOf(site: Site): string {
    return this.issued[site].certificateArn;
  }

  private request(site: Site, { certificates, providers }: SiteCertificatesProps): AcmCertificate {
    const { names, keyAlgorithm, tags } = certificates[site];
    const [first, ...others] = names;
    return new AcmCertificate(this, `certificate-${site}`, {
      provider: providers[site],
      domainName: first.name,
      subjectAlternativeNames: others.map(({ name }) => name),
      validationMethod: "DNS",
      keyAlgorithm,
      // Browsers refuse what is in no public log, and somebody else's certificate for our names shows there.
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags: { ...tags },
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private defineRecord(
    { id, name }: CertificateName,
    { a, b }: Readonly<Record<Site, AcmCertificate>>,
    props: SiteCertificatesProps,
  ): Route53Record {
    return new Route53Record(this, `validation-${id}`, {
      zoneId: props.zoneIds[id],
      name: `\${one(${asked(a, name, "resource_record_name")})}`,
      type: `\${one(${asked(a, name, "resource_record_type")})}`,
      ttl: 300,
      records: [`\${one(${asked(a, name, "resource_record_value")})}`],
      dependsOn: [props.issuers],
      lifecycle: {
        precondition: [
          {
            condition: `\${${asked(a, name, "resource_record_value")} == ${asked(b, name, "resource_record_value")}}`,
            errorMessage: `The Regions ask for different records to validate ${name}; make one for each of them.`,
          },
        ],
      },
    });
  }

  private awaitIssue(site: Site, { requested, records }: Validation, { providers }: SiteCertificatesProps): AcmCertificateValidation {
    return new AcmCertificateValidation(this, `issued-${site}`, {
      provider: providers[site],
      certificateArn: requested[site].arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
    });
  }

  private defineExpiryAlarm(site: Site, { certificates, providers }: SiteCertificatesProps): void {
    const { alarm, onCallTopicArn: topicArn } = certificates[site].expiry;
    const of = { CertificateArn: this.arnOf(site) };
    new Alarm(this, alarm.id, { alarm, of, topicArn, provider: providers[site], addressed: "byIdAlone" });
  }
}

/** What ACM asks for to validate a name, as a Terraform list of one. By name, since the options have no order. */
function asked(
  certificate: AcmCertificate,
  name: string,
  part: "resource_record_name" | "resource_record_type" | "resource_record_value",
): string {
  const options = `aws_acm_certificate.${certificate.friendlyUniqueId}.domain_validation_options`;
  return `[for option in ${options} : option.${part} if option.domain_name == "${name}"]`;
}
