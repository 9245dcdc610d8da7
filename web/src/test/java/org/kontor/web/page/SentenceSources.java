package org.kontor.web.page;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads from Java sources what they say to a reader, without compiling them: every piece of text that reads as a sentence, wherever
 * it stands (as the argument of a refusal, in a constant, in a method that returns it), and every text that begins like one and is
 * handed to a call that refuses something. What is concatenated in stands as {@code {0}}, {@code {1}}; a choice by {@code ?:} gives
 * one sentence for each of its sides.
 */
final class SentenceSources {

    private static final String HOLE = "\u0001";

    /** Begins like a sentence, has more than one word, ends like a sentence. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:[\\p{Lu}\u201c].*\\s.*[.?!:]|\u0001.*\\s.*[.!])[\u201d)]?|\\p{Lu}.*\\s.*[:,] (?:.* )?\u0001",
            Pattern.DOTALL);

    /** Begins like a sentence and has at least three words. */
    private static final Pattern BEGINNING = Pattern.compile("\\p{Lu}.*\\s.*\\s.*", Pattern.DOTALL);

    /** Calls that tell the reader something whatever its end looks like. */
    private static final Set<String> TELLING = Set.of(
            "AppException",
            "FieldError",
            "ImportProblem",
            "HeaderProblem",
            "TemplateProblem",
            "MergeBlocker",
            "ErasureObstacle",
            "ImportObstacle",
            "refuse",
            "refused",
            "invalid",
            "skip",
            "reject",
            "tell",
            "fail",
            "settle",
            "changed",
            "made",
            "tooMany",
            "problem");

    /** Calls whose text is for the log or for whoever runs the server. */
    private static final Set<String> NOT_FOR_READERS = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "UncheckedIOException",
            "IOException",
            "EOFException",
            "SocketTimeoutException",
            "OidcRefused",
            "CannotDecrypt",
            "log",
            "withDescription",
            "compile",
            "description",
            "println",
            "write");

    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, Set<String>> sentences = new TreeMap<>();
    private final Map<String, Set<String>> unread = new TreeMap<>();

    /** Reads these files. */
    static SentenceSources of(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SentenceSources read = new SentenceSources();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            units.forEach(unit -> read.new Constants().scan(unit, unit));
            units.forEach(unit -> read.new Texts().scan(unit, unit));
        }
        return read;
    }

    /** Each sentence, with the names of the files that say it. */
    Map<String, Set<String>> sentences() {
        return sentences;
    }

    /** Files that hand a message from elsewhere to a refusal, each with the expressions it comes from. */
    Map<String, Set<String>> unread() {
        return unread;
    }

    private static String file(CompilationUnitTree unit) {
        String name = unit.getSourceFile().getName().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String within(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree type) {
                return type.getSimpleName().toString();
            }
        }
        return "";
    }

    /** The nearest call that the text is handed to; empty when it is returned or kept. */
    private static String call(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            Tree leaf = at.getLeaf();
            if (leaf instanceof MethodInvocationTree call) {
                return last(call.getMethodSelect());
            } else if (leaf instanceof NewClassTree made) {
                return last(made.getIdentifier());
            } else if (leaf instanceof MethodTree || leaf instanceof VariableTree || leaf instanceof ClassTree) {
                return "";
            }
        }
        return "";
    }

    private static String last(Tree name) {
        return name instanceof MemberSelectTree member ? member.getIdentifier().toString() : name.toString();
    }

    private static boolean text(Tree tree) {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() instanceof String;
        } else if (tree instanceof BinaryTree sum) {
            return text(sum.getLeftOperand()) || text(sum.getRightOperand());
        } else if (tree instanceof ParenthesizedTree inner) {
            return text(inner.getExpression());
        } else if (tree instanceof ConditionalExpressionTree either) {
            return text(either.getTrueExpression()) || text(either.getFalseExpression());
        }
        return false;
    }

    private List<String> fold(Tree tree, String type) {
        if (tree instanceof LiteralTree literal) {
            return List.of(String.valueOf(literal.getValue()));
        } else if (tree instanceof ParenthesizedTree inner) {
            return fold(inner.getExpression(), type);
        } else if (tree instanceof ConditionalExpressionTree either) {
            List<String> both = new ArrayList<>(fold(either.getTrueExpression(), type));
            both.addAll(fold(either.getFalseExpression(), type));
            return both;
        } else if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS && text(sum)) {
            List<String> all = new ArrayList<>();
            for (String left : fold(sum.getLeftOperand(), type)) {
                for (String right : fold(sum.getRightOperand(), type)) {
                    all.add(left + right);
                }
            }
            return all;
        } else if (tree instanceof IdentifierTree name) {
            return List.of(constants.getOrDefault(type + "." + name.getName(), HOLE));
        }
        return List.of(constants.getOrDefault(tree.toString(), HOLE));
    }

    /** Numbers what is concatenated in. */
    private static String numbered(String folded) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (String part : folded.replaceAll(HOLE + "+", HOLE).split("(?<=" + HOLE + ")|(?=" + HOLE + ")", -1)) {
            text.append(part.equals(HOLE) ? "{" + next++ + "}" : part);
        }
        return text.toString();
    }

    /** Finds constants of literal value. */
    private final class Constants extends TreePathScanner<Void, CompilationUnitTree> {

        @Override
        public Void visitVariable(VariableTree variable, CompilationUnitTree unit) {
            Set<Modifier> flags = variable.getModifiers().getFlags();
            if (flags.contains(Modifier.FINAL)
                    && flags.contains(Modifier.STATIC)
                    && variable.getInitializer() instanceof LiteralTree literal) {
                constants.put(within(getCurrentPath()) + "." + variable.getName(), String.valueOf(literal.getValue()));
            }
            return super.visitVariable(variable, unit);
        }
    }

    /** Finds sentences. */
    private final class Texts extends TreePathScanner<Void, CompilationUnitTree> {

        @Override
        public Void visitAnnotation(AnnotationTree annotation, CompilationUnitTree unit) {
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, CompilationUnitTree unit) {
            if (literal.getValue() instanceof String) {
                found(literal, unit);
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, CompilationUnitTree unit) {
            if (sum.getKind() == Tree.Kind.PLUS && text(sum)) {
                found(sum, unit);
            }
            return super.visitBinary(sum, unit);
        }

        @Override
        public Void visitNewClass(NewClassTree made, CompilationUnitTree unit) {
            String name = last(made.getIdentifier());
            if (made.getArguments().size() >= 3 && (name.equals("AppException") || name.equals("FieldError"))) {
                message(made.getArguments().get(2), unit);
            }
            return super.visitNewClass(made, unit);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
            String name = last(call.getMethodSelect());
            if (call.getArguments().size() == 3 && (name.equals("refuse") || name.equals("invalid"))) {
                message(call.getArguments().get(2), unit);
            } else if (call.getArguments().size() == 3 && name.equals("tooMany")) {
                message(call.getArguments().get(1), unit);
            }
            return super.visitMethodInvocation(call, unit);
        }

        private void message(ExpressionTree message, CompilationUnitTree unit) {
            if (fold(message, within(getCurrentPath())).stream().anyMatch(HOLE::equals)
                    && !message.toString().startsWith("texts.of(")) {
                unread.computeIfAbsent(file(unit), f -> new TreeSet<>()).add(message.toString());
            }
        }

        private void found(Tree tree, CompilationUnitTree unit) {
            TreePath above = getCurrentPath().getParentPath();
            while (above.getLeaf() instanceof ParenthesizedTree
                    || above.getLeaf() instanceof ConditionalExpressionTree) {
                above = above.getParentPath();
            }
            if (above.getLeaf() instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return;
            }
            String call = call(above);
            if (NOT_FOR_READERS.contains(call)) {
                return;
            }
            Pattern form = TELLING.contains(call) ? BEGINNING : SENTENCE;
            for (String folded : fold(tree, within(getCurrentPath()))) {
                if (form.matcher(folded).matches() || SENTENCE.matcher(folded).matches()) {
                    sentences
                            .computeIfAbsent(numbered(folded), s -> new TreeSet<>())
                            .add(file(unit));
                }
            }
        }
    }
}
