package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migration comes before whatever needs it, and after what it needs itself. */
class InitTest {

    private static final String HOOK = "hook.helm.sh/when";
    private static final String WEIGHT = "hook.helm.sh/when-weight";

    @ParameterizedTest
    @ValueSource(strings = {"external-database", "srcnet"})
    void migratesADatabaseThatIsThereBeforeAnythingIsInstalled(String example) {
        var manifests = Example.named(example).render();
        assertThat(annotations(manifests.one(Job.class, "db-init")))
                .containsEntry(HOOK, "pre-install,pre-upgrade")
                .containsEntry("hook.helm.sh/when-delete-policy", "before-hook-creation");
        assertThat(manifests.of(Secret.class)).isEmpty();
    }

    /** Helm waits for hooks, so a job that comes before the database would wait for it forever. */
    @ParameterizedTest
    @ValueSource(strings = {"trial", "cloudnativepg"})
    void migratesADatabaseOfTheReleaseBesideItAtInstallAndBeforeAnUpgrade(String example) {
        var values = Example.named(example).values();
        assertThat(annotations(Chart.INSTALL.render(values).one(Job.class, "db-init")))
                .doesNotContainKey(HOOK);
        var upgrade = Chart.UPGRADE.render(values);
        assertThat(annotations(upgrade.one(Job.class, "db-init"))).containsEntry(HOOK, "pre-install,pre-upgrade");
    }

    @Test
    void passwordsAndNetworkPolicyAreThereBeforeTheJob() {
        var manifests = Example.named("trial").render();
        var secret = annotations(manifests.one(Secret.class, "database"));
        var policy = annotations(manifests.one(NetworkPolicy.class, "db-init"));
        assertThat(secret).containsEntry(HOOK, "pre-install");
        assertThat(policy).containsEntry(HOOK, "pre-install,pre-upgrade");
        assertThat(Integer.parseInt(secret.get(WEIGHT))).isLessThan(Integer.parseInt(policy.get(WEIGHT)));
        var job = annotations(Example.named("srcnet").render().one(Job.class, "db-init"));
        assertThat(Integer.parseInt(policy.get(WEIGHT))).isLessThan(Integer.parseInt(job.get(WEIGHT)));
    }

    @Test
    void loadsASurveyOnlyWhereOneIsWanted() {
        assertThat(arguments(Map.of("init.demo", "24000"))).containsSequence("--demo", "24000");
        assertThat(arguments(Map.of())).doesNotContain("--demo");
    }

    private static Iterable<String> arguments(Map<String, String> values) {
        var job = Chart.INSTALL.render(values).one(Job.class, "db-init");
        return job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs();
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return object.getMetadata().getAnnotations();
    }
}
