package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one object says of another is so, in every example. */
class ReferencesTest {

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everySelectorFindsThePodsOfOneComponent(Example example) {
        var manifests = example.render();
        assertThat(selectors(manifests))
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(manifests.pods().values())
                        .filteredOn(
                                pod -> pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                        .hasSize(1));
    }

    private static Collection<Map<String, String>> selectors(Manifests manifests) {
        return Stream.of(
                        manifests.of(Service.class).stream()
                                .map(it -> it.getSpec().getSelector()),
                        manifests.of(Deployment.class).stream()
                                .map(it -> labels(it.getSpec().getSelector())),
                        manifests.of(StatefulSet.class).stream()
                                .map(it -> labels(it.getSpec().getSelector())),
                        manifests.of(NetworkPolicy.class).stream()
                                .map(it -> labels(it.getSpec().getPodSelector())),
                        manifests.of(PodDisruptionBudget.class).stream()
                                .map(it -> labels(it.getSpec().getSelector())))
                .flatMap(it -> it)
                .toList();
    }

    private static Map<String, String> labels(LabelSelector selector) {
        assertThat(selector.getMatchExpressions()).isEmpty();
        return selector.getMatchLabels();
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyPortThatIsNamedIsOneOfTheContainers(Example example) {
        var manifests = example.render();
        manifests
                .of(Service.class)
                .forEach(service -> service.getSpec()
                        .getPorts()
                        .forEach(port -> assertThat(
                                        ports(manifests, service.getSpec().getSelector()))
                                .contains(port.getTargetPort())));
        manifests.of(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(port -> Map.entry(labels(policy.getSpec().getPodSelector()), port.getPort())))
                .forEach(entry -> assertThat(ports(manifests, entry.getKey())).contains(entry.getValue()));
        manifests
                .containers()
                .flatMap(container -> Stream.of(
                                container.getStartupProbe(),
                                container.getLivenessProbe(),
                                container.getReadinessProbe())
                        .filter(probe -> probe != null && probe.getHttpGet() != null)
                        .map(probe -> Map.entry(container, probe.getHttpGet().getPort())))
                .forEach(entry -> assertThat(entry.getKey().getPorts())
                        .extracting(ContainerPort::getName)
                        .contains(entry.getValue().getStrVal()));
    }

    private static List<IntOrString> ports(Manifests manifests, Map<String, String> selector) {
        return manifests.pods().values().stream()
                .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .map(port -> new IntOrString(port.getName()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void whatLeadsToAServiceLeadsToOneThatIsThere(Example example) {
        var manifests = example.render();
        manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .forEach(path -> {
                    var backend = path.getBackend().getService();
                    assertThat(portNames(manifests, backend.getName()))
                            .contains(backend.getPort().getName());
                });
        manifests
                .of(ServiceMonitor.class)
                .forEach(monitor -> assertThat(manifests.of(Service.class))
                        .filteredOn(service -> service.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(
                                        labels(monitor.getSpec().getSelector()).entrySet()))
                        .singleElement()
                        .satisfies(service -> assertThat(portNames(
                                        manifests, service.getMetadata().getName()))
                                .contains(
                                        monitor.getSpec().getEndpoints().get(0).getPort())));
        manifests
                .of(HorizontalPodAutoscaler.class)
                .forEach(scaler -> assertThat(manifests.has(
                                Deployment.class,
                                scaler.getSpec().getScaleTargetRef().getName()))
                        .isTrue());
    }

    private static List<String> portNames(Manifests manifests, String service) {
        return manifests.of(Service.class).stream()
                .filter(it -> it.getMetadata().getName().equals(service))
                .flatMap(it -> it.getSpec().getPorts().stream())
                .map(port -> port.getName())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everySecretAndClaimIsMadeByTheChartByItsOperatorOrByTheCommandsOfTheExample(Example example) {
        var manifests = example.render();
        var there = new HashSet<>(example.secrets());
        there.addAll(Volumes.secretsMadeBy(manifests));
        assertThat(there).containsAll(Volumes.secretsUsedBy(manifests));
        var claims = new HashSet<>(example.claims());
        claims.addAll(Volumes.claimsMadeBy(manifests));
        assertThat(claims).containsAll(Volumes.claimsUsedBy(manifests));
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyMountHasItsVolumeAndEveryVolumeAMount(Example example) {
        example.render().pods().values().forEach(pod -> {
            var volumes = new HashSet<>(Volumes.namesIn(pod));
            volumes.add("data");
            var mounts = pod.getSpec().getContainers().stream()
                    .flatMap(container -> container.getVolumeMounts().stream())
                    .map(VolumeMount::getName)
                    .toList();
            assertThat(mounts).doesNotHaveDuplicates().isSubsetOf(volumes).containsAll(Volumes.namesIn(pod));
        });
    }

    @ParameterizedTest
    @MethodSource("org.dapple.helm.Example#all")
    void everyFileThatAVariableNamesIsInAMountedSecret(Example example) {
        example.render()
                .pods()
                .forEach((name, pod) -> pod.getSpec().getContainers().stream()
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getName().matches("(DAPPLE|PG|POSTGRES)\\w*_FILE"))
                        .filter(variable -> !variable.getName().equals("DAPPLE_GEOIP_FILE"))
                        .forEach(variable -> assertThat(Volumes.filesIn(pod))
                                .as("%s of %s", variable.getName(), name)
                                .contains(variable.getValue())));
    }
}
