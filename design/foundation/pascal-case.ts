/** `network-firewall` to `NetworkFirewall`: ids of statements and of CloudFormation resources hold letters and digits only. */
export function pascalCase(kebab: string): string {
  return kebab.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
