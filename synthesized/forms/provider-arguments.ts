/**
 * Arguments of the AWS provider (registry.terraform.io/providers/hashicorp/aws/5.100.0, "Provider
 * Configuration", and those that 6.x adds; read 2026-11-30). What is not in these tables nobody has
 * read.
 */

/** Without effect on what is made, or read by a judgement. */
export const KNOWN_ARGUMENTS: ReadonlySet<string> = new Set([
  "//",
  "alias",
  "allowed_account_ids",
  "default_tags",
  // It can only stop a run.
  "forbidden_account_ids",
  // How often and how long AWS is asked.
  "max_retries",
  "retry_mode",
  "token_bucket_rate_limiter_capacity",
  "region",
]);

/** Arguments that make it other than what is judged, and what is expected instead. */
export const WRONG_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["access_key", "no keys in clear: whoever reads the output has them"],
  ["secret_key", "no keys in clear: whoever reads the output has them"],
  ["token", "no keys in clear: whoever reads the output has them"],
  ["endpoints", "AWS's own services: others would get the calls, and what is in them"],
  ["insecure", "a certificate that is checked"],
  ["http_proxy", "AWS's own services, reached directly"],
  ["https_proxy", "AWS's own services, reached directly"],
  ["no_proxy", "AWS's own services, reached directly"],
  ["custom_ca_bundle", "the certificates that the system trusts"],
  ["ec2_metadata_service_endpoint", "keys from where AWS hands them out"],
  ["skip_requesting_account_id", "an account that is checked: without it, allowed_account_ids says nothing"],
  ["skip_credentials_validation", "keys that are checked before anything is made"],
]);

/** Arguments whose effect depends on what is not here, and on what. */
export const UNREAD_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["profile", "the deployer's own keys: whose a profile is, the machine says"],
  ["shared_config_files", "the deployer's own keys: whose they are, the machine says"],
  ["shared_credentials_files", "the deployer's own keys: whose they are, the machine says"],
  ["assume_role", "the deployer's own role: what another may do is not here"],
  ["assume_role_with_web_identity", "the deployer's own role: what another may do is not here"],
  ["ignore_tags", "tags that are kept as written: Terraform would not see that they changed"],
  ["tag_policy_compliance", "tags that AWS is not asked about"],
  ["s3_use_path_style", "buckets that are reached by their names"],
  ["s3_us_east_1_regional_endpoint", "AWS's default places"],
  ["sts_region", "keys checked in the provider's own Region"],
  ["use_dualstack_endpoint", "AWS's default places"],
  ["use_fips_endpoint", "AWS's default places"],
  ["skip_metadata_api_check", "keys from where AWS hands them out"],
  ["skip_region_validation", "a Region that the provider knows"],
  ["ec2_metadata_service_endpoint_mode", "keys from where AWS hands them out"],
  ["version", "a version in required_providers"],
]);
