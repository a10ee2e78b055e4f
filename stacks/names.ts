import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { PrivateDelegation } from "../constructs/names/private-delegation";
import { PublicZone } from "../constructs/names/public-zone";
import { SiteCertificates } from "../constructs/names/site-certificates";
import { ZoneQueryLog } from "../constructs/names/zone-query-log";
import { ZoneSigning } from "../constructs/names/zone-signing";
import type { NamesDesign } from "../design/names/names";
import { FoundationStack } from "./foundation";

/** The public names of both sites: the zone, what makes its answers trusted, and the certificates for its names. */
export class NamesStack extends FoundationStack {
  /** The public zone; a site's private one is the site's own. */
  readonly zoneId: string;
  private readonly certificates: SiteCertificates;

  constructor(scope: Construct, design: NamesDesign) {
    super(scope, design);
    const provider = this.providerOf("us-east-1");
    const { zone, issuers } = new PublicZone(this, "zone", { zone: design.zone, issuers: design.issuers });
    this.zoneId = zone.zoneId;
    const { keySigningKey } = new ZoneSigning(this, "signing", {
      signing: design.signing,
      zoneId: zone.zoneId,
      provider,
      onCallTopicArn: design.onCallTopicArn,
    });
    new ZoneQueryLog(this, "query-log", { log: design.queryLog, zoneId: zone.zoneId, provider });
    const privateNames = new PrivateDelegation(this, "private-names", {
      zone: design.privateZone,
      parentId: zone.zoneId,
      delegationSeconds: design.delegationSeconds,
    });
    this.certificates = new SiteCertificates(this, "certificates", {
      certificates: design.certificates,
      providers: { a: this.providerOf("a"), b: this.providerOf("b") },
      zoneIds: { public: zone.zoneId, private: privateNames.zoneId },
      issuers,
    });
    this.tellZoneAbove(zone.nameServers, keySigningKey.dsRecord);
    this.tellSites();
  }

  /** ARN of the certificate in that site's Region, once it is issued. */
  certificateArnOf(site: "a" | "b"): string {
    return this.certificates.arnOf(site);
  }

  /** The output that says the same: its name differs between the sites by the site's name only, as all that they read does. */
  certificateOutputOf(site: "a" | "b"): string {
    return `certificate-site-${site}`;
  }

  private tellSites(): void {
    for (const site of ["a", "b"] as const) {
      const output = this.certificateOutputOf(site);
      new TerraformOutput(this, output, { value: this.certificateArnOf(site) }).overrideLogicalId(output);
    }
  }

  /** What the holder of the zone above publishes: the name servers first, and the DS record when they answer. */
  private tellZoneAbove(nameServers: string[], dsRecord: string): void {
    new TerraformOutput(this, "name-servers", { value: nameServers }).overrideLogicalId("name_servers");
    new TerraformOutput(this, "delegation-signer", { value: dsRecord }).overrideLogicalId("delegation_signer");
  }
}
