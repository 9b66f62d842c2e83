# Shared by the scripts here and by the benchmarks; sourced, not run.
# shellcheck shell=bash
suite=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# classpath: compiles the suite and prints its class path. What the compiler complains of goes to standard error.
classpath() {
    local complaint
    mkdir -p "$suite/target"
    if ! complaint=$(cd "$suite" && mvn -q -B -DskipTests test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=echo -Dexec.args=%classpath \
        "-Dexec.outputFile=$suite/target/suite.classpath"); then
        printf '%s\n' "$complaint" >&2
        return 2
    fi
    cat "$suite/target/suite.classpath"
}

# java_flags: what the pom tells the suite's own JVMs, one a line.
java_flags() { sed -n 's:.*<argLine>\(.*\)</argLine>.*:\1:p' "$suite/pom.xml" | tr ' ' '\n'; }

# become [-DNAME=VALUE...] MAIN [ARGUMENT...]: in the suite's folder, in a JVM of its own and not in Maven's: words stay whole, signals and the exit status
# are the program's. Ends with 2 when the suite does not compile.
become() {
    local classes flags
    classes=$(classpath) || exit 2
    mapfile -t flags < <(java_flags)
    cd "$suite"
    exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${flags[@]}" -cp "$classes" "$@"
}
