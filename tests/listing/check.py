"""Reads Python files and tells, a line each, what a reader would stumble over: a fault of syntax, a name that is used and never
made, an import, function or constant that is made and never used. Run: python3 check.py FILE ..."""
import ast
import builtins
import sys


def faults_of(path):
    with open(path, encoding='utf-8') as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [f'line {error.lineno}: {error.msg}']
    made, used, top = set(dir(builtins)), set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else made).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            made.add(node.name)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            made.update((name.asname or name.name).split('.')[0] for name in node.names)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            top.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            top.update((name.asname or name.name).split('.')[0] for name in node.names)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                top.update(name.id for name in ast.walk(target) if isinstance(name, ast.Name))
    faults = [f'{name} is never made' for name in sorted(used - made)]
    faults += [f'{name} is never used' for name in sorted(top - used)]
    faults += [f'line {i}: blanks at its end' for i, line in enumerate(source.split('\n'), 1) if line != line.rstrip()]
    return faults


for path in sys.argv[1:]:
    for fault in faults_of(path):
        print(f'{path}: {fault}')
