package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods are nobody in particular and can do little; Pod Security Standards, "restricted". */
class HardeningTest {

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyPodIsRestricted(Example example) {
        assertThat(example.render().pods().values()).isNotEmpty().allSatisfy(pod -> {
            var context = pod.getSpec().getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isPositive();
            assertThat(context.getRunAsGroup()).isPositive();
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSpec().getHostNetwork()).isNull();
            assertThat(pod.getSpec().getVolumes()).allMatch(volume -> volume.getHostPath() == null);
        });
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyContainerIsReadOnlyWithoutCapabilitiesAndBounded(Example example) {
        assertThat(example.render().containers()).isNotEmpty().allSatisfy(container -> {
            var context = container.getSecurityContext();
            assertThat(context.getReadOnlyRootFilesystem()).isTrue();
            assertThat(context.getAllowPrivilegeEscalation()).isFalse();
            assertThat(context.getPrivileged()).isNull();
            assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(context.getCapabilities().getAdd()).isEmpty();
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void temporaryFilesAndTheStateFolderCanBeWrittenAndSecretsReadByTheGroupOnly(Example example) {
        assertThat(example.render().pods()).allSatisfy((name, pod) -> {
            assertThat(pod.getSpec().getContainers())
                    .allSatisfy(container -> assertThat(container.getVolumeMounts())
                            .anyMatch(mount -> mount.getMountPath().equals("/tmp") && mount.getReadOnly() == null)
                            .anyMatch(mount -> mount.getMountPath().matches("/var/lib/(dapple|postgresql/data)")));
            assertThat(pod.getSpec().getVolumes()).allSatisfy(HardeningTest::isClosed);
        });
    }

    private static void isClosed(Volume volume) {
        if (volume.getSecret() != null) {
            assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
        }
        if (volume.getProjected() != null) {
            assertThat(volume.getProjected().getDefaultMode()).isEqualTo(0440);
        }
    }

    @Test
    void podsAreTheUserAndHaveTheStateFolderOfTheImage() throws IOException {
        var image = Files.readString(Path.of("..", "Dockerfile"));
        var pods = Example.named("srcnet").render().pods();
        assertThat(pods.values())
                .extracting(pod -> "USER %1$d:%1$d\n"
                        .formatted(pod.getSpec().getSecurityContext().getRunAsUser()))
                .allSatisfy(user -> assertThat(image).contains(user));
        assertThat(image).contains("ENV DAPPLE_HOME=/var/lib/dapple ");
    }

    @Test
    void everyPodOfOursHasANetworkPolicyThatNamesWhatItMayReach() {
        var manifests = Example.named("trial").render();
        assertThat(manifests.pods().values())
                .hasSize(4)
                .allSatisfy(pod -> assertThat(policies(manifests, pod))
                        .singleElement()
                        .satisfies(policy ->
                                assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress")));
    }

    private static Iterable<NetworkPolicy> policies(Manifests manifests, PodTemplateSpec pod) {
        return manifests.of(NetworkPolicy.class).stream()
                .filter(policy -> pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(policy.getSpec()
                                .getPodSelector()
                                .getMatchLabels()
                                .entrySet()))
                .toList();
    }

    @Test
    void uploadsMayComeFromPrivateNetworksOnlyWhereTheServiceIsToldSo() {
        assertThat(privateNetworksOf(Map.of())).contains("10.0.0.0/8", "192.168.0.0/16", "169.254.0.0/16");
        assertThat(privateNetworksOf(Map.of("tap.settings.uploadPrivateAddresses", "true")))
                .doesNotContain("10.0.0.0/8");
    }

    private static String privateNetworksOf(Map<String, String> values) {
        return Chart.INSTALL
                .render(values)
                .one(NetworkPolicy.class, "tap-server")
                .getSpec()
                .getEgress()
                .toString();
    }

    @Test
    void aServerWhoseVolumeIsOfOneNodeEndsBeforeTheNextBegins() {
        var alone = Chart.INSTALL.render(Map.of());
        assertThat(strategy(alone, "tap-server")).isEqualTo("Recreate");
        assertThat(strategy(alone, "datalink-service")).isEqualTo("RollingUpdate");
        assertThat(strategy(Example.named("srcnet").render(), "tap-server")).isEqualTo("RollingUpdate");
    }

    private static String strategy(Manifests manifests, String component) {
        return manifests
                .one(Deployment.class, component)
                .getSpec()
                .getStrategy()
                .getType();
    }
}
