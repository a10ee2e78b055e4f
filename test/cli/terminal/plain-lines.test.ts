import { plainLines } from "../../../cli/terminal/plain-lines";

/** What cdktf 0.21 writes into a pipe while it deploys one stack, shortened. */
const drawn = [
  "⠋  Starting\n\u001B[2K\u001B[1A\u001B[2K\u001B[1A\u001B[2K\u001B[G\n",
  "0 Stacks deploying     0 Stacks done     0 Stacks waiting\n\u001B[2K\u001B[1A\u001B[2K\u001B[G",
  "trial  \u001B[0m\u001B[1mInitializing the backend...\u001B[0m\n       Successfully configured the backend!\n\n\n",
  "0 Stacks deploying     0 Stacks done     1 Stack waiting\n\u001B[2K\u001B[1A\u001B[2K\u001B[G",
  "trial  Terraform used the selected providers to generate the following execution plan.\n",
  '       \u001B[1m  # terraform_data.trial\u001B[0m will be created\n       \u001B[32m+\u001B[0m id = "12 ',
  'Stacks deploying"\n\n1 Stack deploying     0 Stacks done     0 Stacks waiting\n\u001B[2K\u001B[G',
  "trial  terraform_data.trial: Creating...\n       terraform_data.trial: Creation complete after 0s\r\n\n       Apply complete! Resources: 1 added",
];

const plain = (chunks: readonly string[]): string => {
  const take = plainLines("trial");
  return [...chunks, undefined].map(take).join("");
};

test("what is drawn becomes lines: no cursor codes, colours, counters or margin, and one line for each step", () => {
  expect(plain(drawn)).toBe(
    `trial: initializing
Initializing the backend...
Successfully configured the backend!

trial: planned
Terraform used the selected providers to generate the following execution plan.
  # terraform_data.trial will be created
+ id = "12 Stacks deploying"

trial: applying
terraform_data.trial: Creating...
terraform_data.trial: Creation complete after 0s

Apply complete! Resources: 1 added
`,
  );
});

test("a line is whole, wherever the words were cut", () => {
  const whole = drawn.join("");
  expect(plain([whole])).toBe(plain(whole.match(/[\s\S]{1,3}/g) ?? []));
});
