import { permissionsOf, type TypePermissions } from "./permission-row";

type Words = Parameters<typeof permissionsOf>[2];

const config = (type: string, words: Words): TypePermissions => permissionsOf("config", type, words);
const events = (type: string, words: Words): TypePermissions => permissionsOf("events", type, words);
const logs = (type: string, words: Words): TypePermissions => permissionsOf("logs", type, words);
const hub = (type: string, words: Words): TypePermissions => permissionsOf("securityhub", type, words);
const duty = (type: string, words: Words): TypePermissions => permissionsOf("guardduty", type, words);
const sns = (type: string, words: Words): TypePermissions => permissionsOf("sns", type, words);

/** What watches an account and its Regions takes, and what tells people. */
export const guardrailPermissions: readonly TypePermissions[] = [
  permissionsOf("access-analyzer", "aws_accessanalyzer_analyzer", {
    create: "CreateAnalyzer",
    read: "GetAnalyzer ListTagsForResource",
    delete: "DeleteAnalyzer",
    tag: "TagResource UntagResource",
    serviceRoles: ["access-analyzer.amazonaws.com"],
  }),
  permissionsOf("cloudtrail", "aws_cloudtrail", {
    create: "CreateTrail StartLogging PutEventSelectors PutInsightSelectors",
    read: "DescribeTrails GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListTags ListTrails",
    update: "UpdateTrail StopLogging",
    delete: "DeleteTrail",
    tag: "AddTags RemoveTags",
    passesRole: true,
  }),
  permissionsOf("cloudwatch", "aws_cloudwatch_metric_alarm", {
    create: "PutMetricAlarm",
    read: "DescribeAlarms ListTagsForResource",
    delete: "DeleteAlarms",
    tag: "TagResource UntagResource",
  }),
  permissionsOf("cloudwatch", "aws_cloudwatch_dashboard", {
    create: "PutDashboard",
    read: "GetDashboard",
    delete: "DeleteDashboards",
  }),
  events("aws_cloudwatch_event_rule", {
    create: "PutRule",
    read: "DescribeRule ListTagsForResource",
    update: "DisableRule EnableRule",
    delete: "DeleteRule",
    tag: "TagResource UntagResource",
  }),
  events("aws_cloudwatch_event_target", { create: "PutTargets", read: "ListTargetsByRule", delete: "RemoveTargets" }),
  logs("aws_cloudwatch_log_group", {
    create: "CreateLogGroup PutRetentionPolicy AssociateKmsKey",
    read: "DescribeLogGroups ListTagsForResource",
    update: "DeleteRetentionPolicy DisassociateKmsKey",
    delete: "DeleteLogGroup",
    tag: "TagResource UntagResource",
  }),
  logs("aws_cloudwatch_log_metric_filter", {
    create: "PutMetricFilter",
    read: "DescribeMetricFilters",
    delete: "DeleteMetricFilter",
  }),
  logs("aws_cloudwatch_log_resource_policy", {
    create: "PutResourcePolicy",
    read: "DescribeResourcePolicies",
    delete: "DeleteResourcePolicy",
  }),
  config("aws_config_configuration_recorder", {
    create: "PutConfigurationRecorder",
    read: "DescribeConfigurationRecorders",
    delete: "DeleteConfigurationRecorder",
    tag: "TagResource UntagResource",
    passesRole: true,
  }),
  config("aws_config_configuration_recorder_status", {
    create: "StartConfigurationRecorder",
    read: "DescribeConfigurationRecorderStatus",
    delete: "StopConfigurationRecorder",
  }),
  config("aws_config_conformance_pack", {
    create: "PutConformancePack",
    read: "DescribeConformancePacks DescribeConformancePackStatus",
    delete: "DeleteConformancePack",
    serviceRoles: ["config-conforms.amazonaws.com"],
  }),
  config("aws_config_delivery_channel", {
    create: "PutDeliveryChannel",
    read: "DescribeDeliveryChannels",
    delete: "DeleteDeliveryChannel",
  }),
  permissionsOf("ec2", "aws_ebs_default_kms_key", {
    create: "ModifyEbsDefaultKmsKeyId",
    read: "GetEbsDefaultKmsKeyId",
    delete: "ResetEbsDefaultKmsKeyId",
  }),
  permissionsOf("ec2", "aws_ebs_encryption_by_default", {
    create: "EnableEbsEncryptionByDefault",
    read: "GetEbsEncryptionByDefault",
    delete: "DisableEbsEncryptionByDefault",
  }),
  duty("aws_guardduty_detector", {
    create: "CreateDetector",
    read: "GetDetector ListDetectors ListTagsForResource",
    update: "UpdateDetector",
    delete: "DeleteDetector",
    tag: "TagResource UntagResource",
    serviceRoles: ["guardduty.amazonaws.com", "malware-protection.guardduty.amazonaws.com"],
  }),
  duty("aws_guardduty_detector_feature", { create: "UpdateDetector", read: "GetDetector" }),
  permissionsOf("inspector2", "aws_inspector2_enabler", {
    create: "Enable",
    read: "BatchGetAccountStatus ListMembers GetDelegatedAdminAccount",
    delete: "Disable",
    serviceRoles: ["inspector2.amazonaws.com", "agentless.inspector2.amazonaws.com"],
  }),
  hub("aws_securityhub_account", {
    create: "EnableSecurityHub",
    read: "DescribeHub GetEnabledStandards",
    update: "UpdateSecurityHubConfiguration",
    delete: "DisableSecurityHub",
    serviceRoles: ["securityhub.amazonaws.com"],
  }),
  hub("aws_securityhub_standards_subscription", {
    create: "BatchEnableStandards",
    read: "GetEnabledStandards DescribeStandards",
    delete: "BatchDisableStandards",
  }),
  sns("aws_sns_topic", {
    create: "CreateTopic",
    read: "GetTopicAttributes ListTagsForResource",
    update: "SetTopicAttributes",
    delete: "DeleteTopic",
    tag: "TagResource UntagResource",
  }),
  sns("aws_sns_topic_policy", { create: "SetTopicAttributes", read: "GetTopicAttributes" }),
  sns("aws_sns_topic_subscription", {
    create: "Subscribe",
    read: "GetSubscriptionAttributes ListSubscriptionsByTopic",
    update: "SetSubscriptionAttributes",
    delete: "Unsubscribe",
  }),
];
