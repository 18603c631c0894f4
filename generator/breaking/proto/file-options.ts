/** File options that generated code depends on: rule, name, and what holds where none is set (google/protobuf/descriptor.proto). */
import type { RuleId } from '../rules.ts';

interface FileOption {
  readonly rule: RuleId & `FILE_SAME_${string}`;
  readonly name: string;
  readonly initial: string;
}

export const fileOptions = [
  { rule: 'FILE_SAME_CC_ENABLE_ARENAS', name: 'cc_enable_arenas', initial: 'true' },
  { rule: 'FILE_SAME_CC_GENERIC_SERVICES', name: 'cc_generic_services', initial: 'false' },
  { rule: 'FILE_SAME_CSHARP_NAMESPACE', name: 'csharp_namespace', initial: '' },
  { rule: 'FILE_SAME_GO_PACKAGE', name: 'go_package', initial: '' },
  { rule: 'FILE_SAME_JAVA_GENERIC_SERVICES', name: 'java_generic_services', initial: 'false' },
  { rule: 'FILE_SAME_JAVA_MULTIPLE_FILES', name: 'java_multiple_files', initial: 'false' },
  { rule: 'FILE_SAME_JAVA_OUTER_CLASSNAME', name: 'java_outer_classname', initial: '' },
  { rule: 'FILE_SAME_JAVA_PACKAGE', name: 'java_package', initial: '' },
  { rule: 'FILE_SAME_OBJC_CLASS_PREFIX', name: 'objc_class_prefix', initial: '' },
  { rule: 'FILE_SAME_OPTIMIZE_FOR', name: 'optimize_for', initial: 'SPEED' },
  { rule: 'FILE_SAME_PHP_CLASS_PREFIX', name: 'php_class_prefix', initial: '' },
  { rule: 'FILE_SAME_PHP_METADATA_NAMESPACE', name: 'php_metadata_namespace', initial: '' },
  { rule: 'FILE_SAME_PHP_NAMESPACE', name: 'php_namespace', initial: '' },
  { rule: 'FILE_SAME_PY_GENERIC_SERVICES', name: 'py_generic_services', initial: 'false' },
  { rule: 'FILE_SAME_RUBY_PACKAGE', name: 'ruby_package', initial: '' },
  { rule: 'FILE_SAME_SWIFT_PREFIX', name: 'swift_prefix', initial: '' },
] as const satisfies readonly FileOption[];
