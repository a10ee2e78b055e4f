/** What on-call is asked for by the calendar. */
export interface ReminderDesign {
  readonly name: string;
  readonly description: string;
  /** EventBridge's own form, in UTC. */
  readonly schedule: string;
  readonly message: string;
  readonly onCallTopicArn: string;
}
