package org.dapple.testkit;

import java.lang.invoke.SerializedLambda;

/** Which migration it is: every mention of {@code Migrations::migrate} is an object of another class, yet means the same. */
final class MigrationName {

    private MigrationName() {}

    /** The method behind a lambda or method reference that captures nothing; the class and object of any other migration. */
    static String of(Migration migration) {
        try {
            var serialised = migration.getClass().getDeclaredMethod("writeReplace");
            serialised.setAccessible(true);
            if (serialised.invoke(migration) instanceof SerializedLambda lambda && lambda.getCapturedArgCount() == 0) {
                return lambda.getImplClass() + "." + lambda.getImplMethodName();
            }
        } catch (ReflectiveOperationException notALambda) {
            // An object of a class of its own is only the same as itself.
        }
        return migration.getClass().getName() + "@" + System.identityHashCode(migration);
    }
}
