import type { Deployment, SiteName } from "../../config/deployment";
import { imageNamespace } from "../foundation/naming";

/** Name of the payment service's repository in a site's registry; the pipeline pushes every image to both sites'. */
export function imageRepository(deployment: Deployment, site: SiteName): string {
  return `${imageNamespace(deployment, site)}/payment-service`;
}
