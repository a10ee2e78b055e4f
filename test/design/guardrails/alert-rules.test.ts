import { alertRules } from "../../../design/guardrails/alert-rules";
import { finds } from "../../event-match";
import { sweden } from "../../sweden";

const region = "us-east-1";
const rules = alertRules(sweden(), region);

/** A call as the trail hands it to EventBridge. */
function pagedBy(service: string, eventName: string, requestParameters: object = {}): readonly string[] {
  const event = {
    source: `aws.${service}`,
    "detail-type": "AWS API Call via CloudTrail",
    detail: { eventSource: `${service}.amazonaws.com`, eventName, requestParameters },
  };
  return rules.filter(({ pattern }) => finds(pattern, event)).map(({ id }) => id);
}

const ours = "twinsite-sweden-";
const topic = `arn:aws:sns:${region}:111122223333:twinsite-sweden-on-call`;
const boundary = "arn:aws:iam::111122223333:policy/twinsite-sweden-no-tampering";
const archive = "twinsite-sweden-archive-111122223333-eu-west-1";
const open = { RestrictPublicBuckets: true, BlockPublicPolicy: false, BlockPublicAcls: true, IgnorePublicAcls: true };
const closed = { ...open, BlockPublicPolicy: true };

const cases = [
  ["a rule that is replaced", "events", "PutRule", { name: `${ours}tampering-trail`, state: "DISABLED" }, "event-rules"],
  ["an alert that is sent elsewhere", "events", "PutTargets", { rule: `${ours}tampering-trail` }, "event-rules"],
  ["an alarm that is replaced", "monitoring", "PutMetricAlarm", { alarmName: `${ours}trail-silent` }, "alarms"],
  ["one of our alarms among others deleted", "monitoring", "DeleteAlarms", { alarmNames: ["x", `${ours}key-loss`] }, "alarms"],
  ["a filter of the trail that is replaced", "logs", "PutMetricFilter", { filterName: `${ours}root-use` }, "log-filters"],
  ["a subscription that lets nothing pass", "sns", "SetSubscriptionAttributes", { subscriptionArn: `${topic}:1234` }, "on-call"],
  ["strangers who may use the topic", "sns", "AddPermission", { topicArn: topic }, "on-call"],
  ["a key that lets others in", "kms", "PutKeyPolicy", { keyId: "any" }, "keys"],
  ["a log kept for a day", "logs", "PutRetentionPolicy", { logGroupName: "any", retentionInDays: 1 }, "log-retention"],
  ["a log kept for ever", "logs", "DeleteRetentionPolicy", { logGroupName: "any" }, "logs"],
  ["a policy of the archive", "s3", "PutBucketPolicy", { bucketName: archive }, "evidence-buckets"],
  ["a lifecycle of the archive", "s3", "PutBucketLifecycle", { bucketName: archive }, "evidence-buckets"],
  ["a bucket that is opened", "s3", "PutBucketPublicAccessBlock", { PublicAccessBlockConfiguration: open }, "bucket-opening"],
  ["another boundary", "iam", "CreatePolicyVersion", { policyArn: boundary }, "bounds"],
  ["another way into the break-glass role", "iam", "UpdateAssumeRolePolicy", { roleName: `${ours}break-glass` }, "bounds"],
  ["a zone whose answers are no longer signed", "route53", "DisableHostedZoneDNSSEC", { id: "Z1" }, "zones"],
  ["a certificate that is deleted", "acm", "DeleteCertificate", { certificateArn: "any" }, "certificates"],
  ["a second device of a user", "iam", "EnableMFADevice", { userName: "first" }, "identities"],
] as const;

test.each(cases)("%s pages on-call once", (_, service, eventName, requestParameters, rule) => {
  expect(pagedBy(service, eventName, requestParameters)).toEqual([rule]);
});

const quiet = [
  ["a rule that AWS Backup makes", "events", "PutRule", { name: "AwsBackupManagedRule-1" }],
  ["a rule of another deployment", "events", "RemoveTargets", { rule: "twinsite-norway-tampering-trail" }],
  ["an alarm of target tracking", "monitoring", "DeleteAlarms", { alarmNames: ["TargetTracking-service/x"] }],
  ["somebody else's topic", "sns", "SetTopicAttributes", { topicArn: `arn:aws:sns:${region}:111122223333:news` }],
  ["a log group that is kept as the deployment says", "logs", "PutRetentionPolicy", { retentionInDays: 400 }],
  ["somebody else's bucket", "s3", "PutBucketPolicy", { bucketName: "website" }],
  ["a bucket that is closed", "s3", "PutBucketPublicAccessBlock", { PublicAccessBlockConfiguration: closed }],
  ["a record that is changed", "route53", "ChangeResourceRecordSets", { hostedZoneId: "Z1" }],
  ["a policy of another role", "iam", "AttachRolePolicy", { roleName: "website" }],
] as const;

test.each(quiet)("%s pages nobody", (_, service, eventName, requestParameters) => {
  expect(pagedBy(service, eventName, requestParameters)).toEqual([]);
});
