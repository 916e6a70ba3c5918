package org.dapple.adql;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dapple.adql.ast.Position;

/** Syntax trees as nested lists of what their records hold, without positions: equal lists are the same tree. */
final class Tree {
    private Tree() {}

    static Object withoutPositions(Object node) {
        if (node instanceof List<?> nodes) {
            return nodes.stream().map(Tree::withoutPositions).toList();
        }
        if (node instanceof Optional<?> optional) {
            return optional.map(Tree::withoutPositions);
        }
        return node instanceof Record tree ? components(tree) : node;
    }

    private static List<Object> components(Record tree) {
        List<Object> components = new ArrayList<>();
        components.add(tree.getClass());
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
            if (component.getType() != Position.class) {
                components.add(withoutPositions(read(tree, component)));
            }
        }
        return components;
    }

    private static Object read(Record tree, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tree);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
