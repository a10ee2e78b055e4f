/** How long Terraform waits for something to be made or changed, as the provider reads it. */
export interface CreationTimeOuts {
  readonly create: string;
  readonly update: string;
}

/**
 * Terraform's patience with what is made slowly and may not be destroyed. Whoever gives up takes the
 * thing for broken: the next plan replaces it, and `prevent_destroy` ends every plan from then on
 * (docs/runbooks/creation-failed-half-way.md). Waiting costs nothing.
 *
 * AWS names a longest time for reserved capacity only, which takes "up to a few hours"
 * (elasticloadbalancing/latest/application/request-capacity-unit-reservation, read 2026-11-30);
 * the provider waits ten minutes by default. For databases AWS names none, so the same is taken.
 */
export const slowCreation: CreationTimeOuts = { create: "240m", update: "240m" };
