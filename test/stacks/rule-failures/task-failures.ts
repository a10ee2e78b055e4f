import { isObject, type JsonObject, parseJson } from "../../../synthesized/json";
import { each, type Failures, items, nested, text } from "./failing";

/** Terraform's expressions hold quotes of their own, so the list is JSON only without them. */
function containersOf(definition: JsonObject): readonly JsonObject[] {
  return items(parseJson(text(definition["container_definitions"]).replaceAll(/\$\{[^}]*\}/g, "reference")));
}

function eachContainer(holds: (container: JsonObject) => boolean): Failures {
  return each("aws_ecs_task_definition", (definition) => {
    const containers = containersOf(definition);
    return containers.length > 0 && containers.every(holds);
  });
}

export const privileged = eachContainer((container) => container["privileged"] !== true);
export const writable = eachContainer((container) => container["readonlyRootFilesystem"] === true);
export const withoutLogs = eachContainer((container) => isObject(container["logConfiguration"]));

/** Security Hub's ECS.8 compares whole names. */
export const withSecrets = (secretKeys: string): Failures =>
  eachContainer((container) => !items(container["environment"]).some((variable) => secretKeys.split(",").includes(text(variable["name"]))));

export const oldPlatforms = (latest: string): Failures =>
  each("aws_ecs_service", (service) => ["LATEST", latest].includes(text(service["platform_version"])));

export const unscannedImages = each(
  "aws_ecr_repository",
  (repository) => nested(repository["image_scanning_configuration"])["scan_on_push"] === true,
);
