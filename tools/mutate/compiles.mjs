/** Type-checks a mutated file: a mistake that does not compile could not be merged. */
import ts from 'typescript';
import { join } from 'node:path';

export class Compiler {
  #changed = new Map();
  #versions = new Map();
  #service;

  constructor(root) {
    this.root = root;
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    this.options = {
      ...options,
      noUnusedLocals: false,
      noUnusedParameters: false,
      incremental: false,
      tsBuildInfoFile: undefined,
    };
    const names = fileNames.filter((name) => !/\.spec\.ts$|\/(bench|test)\//.test(name));
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => names,
      getScriptVersion: (name) => String(this.#versions.get(name) ?? 0),
      getScriptSnapshot: (name) => {
        const text = this.#changed.get(name) ?? ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getCompilationSettings: () => this.options,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
  }

  accepts(file, text) {
    const name = join(this.root, file);
    this.#set(name, text);
    const isFine =
      this.#service.getSyntacticDiagnostics(name).length === 0 &&
      this.#service.getSemanticDiagnostics(name).length === 0;
    this.#set(name, undefined);
    return isFine;
  }

  #set(name, text) {
    if (text === undefined) this.#changed.delete(name);
    else this.#changed.set(name, text);
    this.#versions.set(name, (this.#versions.get(name) ?? 0) + 1);
  }

  /** The file as the build emits it. */
  emit(file, text) {
    const { outputText } = ts.transpileModule(text, {
      fileName: file,
      compilerOptions: { ...this.options, noEmit: false, sourceMap: false },
    });
    return outputText;
  }
}
