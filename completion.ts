/** `wiremark completion SHELL`: a script that completes commands, options and their values, made from the commands themselves. */
import { Argument, type Command } from 'commander';

const shells = ['bash', 'zsh', 'fish'] as const;

/** Adds the command. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .summary('print a script for the completion of commands and options')
    .description('Prints a script with which your shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  $ wiremark completion bash >> ~/.bashrc
  $ wiremark completion zsh >> ~/.zshrc
  $ wiremark completion fish > ~/.config/fish/completions/wiremark.fish

Exit codes: 0 done, 2 usage, 3 a fault of wiremark itself.`,
    )
    .action((shell: (typeof shells)[number]) => {
      process.stdout.write(script(shell, program.commands));
    });
}

function script(shell: (typeof shells)[number], commands: readonly Command[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
    case 'fish':
      return fish(commands);
    default:
      return shell satisfies never;
  }
}

/** Where no word fits, names of files are completed. */
function bash(commands: readonly Command[]): string {
  const values = commands.flatMap((command) => [
    ...roles(command).map((words) => row(`${command.name()} ${command.name()}`, words)),
    ...command.options.flatMap(({ long, argChoices }) =>
      argChoices === undefined ? [] : [row(`${command.name()} ${long}`, argChoices)],
    ),
  ]);
  const options = commands.map((command) =>
    row(`${command.name()} -*`, [...command.options.map(({ long, short }) => long ?? short!), '--help']),
  );
  return `_wiremark() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map((command) => command.name()).join(' ')}'
  else
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
    esac
    [ -n "$words" ] || case "\${COMP_WORDS[1]} $cur" in
${options.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _wiremark wiremark
`;
}

/** A branch of a \`case\`. The star of a pattern stands outside of the quotes. */
function row(pattern: string, words: readonly string[]): string {
  const star = pattern.endsWith('*') ? '*' : '';
  return `      '${pattern.slice(0, pattern.length - star.length)}'${star}) words='${words.join(' ')}' ;;`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const name = command.name();
    const within = `complete -c wiremark -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c wiremark -n __fish_use_subcommand -f -a ${name} -d ${quoted(command.summary())}`,
      ...roles(command).map((words) => `${within} -f -a '${words.join(' ')}'`),
      ...command.options.map(({ long, short, description, argChoices, required, optional }) =>
        [
          within,
          ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
          ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
          ...(argChoices === undefined ? (required || optional ? ['-r'] : []) : [`-x -a '${argChoices.join(' ')}'`]),
          `-d ${quoted(description)}`,
        ].join(' '),
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** What the first argument may be, where that is a closed list. */
function roles({ registeredArguments }: Command): readonly (readonly string[])[] {
  const choices = registeredArguments[0]?.argChoices;
  return choices === undefined ? [] : [choices];
}

const quoted = (text: string): string => `'${text.replaceAll(/\s+/g, ' ').replaceAll(/[\\']/g, '\\$&')}'`;
