{{/*
Init containers that wait, one for each dependency that `wait` or `waits` names, so that
their names say what is missing. A hook that runs before the release is there, or after it has
gone, waits for what is outside alone. They meet `restricted` whatever the service does; the user
is a number, since the image's own is root.
Usage: {{ include "platform-common.v1.fields.waits" $context }}
*/}}
{{- define "platform-common.v1.fields.waits" -}}
{{- include "platform-common.v1.fields.readWaits" . -}}
{{- $context := . -}}
{{- $wait := .values.wait -}}
{{- $image := mustMergeOverwrite (pick .values.image "registry" "pullPolicy") (deepCopy $wait.image) -}}
{{- range .waits }}
{{- $dependency := .dependency }}
{{- if or (not $context.early) $dependency.external }}
- name: {{ .name }}
  image: {{ include "platform-common.v1.fields.image" $image | quote }}
  imagePullPolicy: {{ $image.pullPolicy }}
  command: [sh, -c]
  args:
    - |
      deadline=$(( $(date +%s) + TIMEOUT ))
      until nc -z -w 2 "$HOST" "$PORT"; do
        if [ "$(date +%s)" -ge "$deadline" ]; then
          echo "$HOST:$PORT did not answer within $TIMEOUT s: is it running, and do the network policies let {{ $context.name }} reach it?"
          exit 1
        fi
        echo "waiting for $HOST:$PORT"
        sleep 2
      done
  env:
    - name: HOST
      value: {{ quote $dependency.host }}
    - name: PORT
      value: {{ include "platform-common.v1.values.dependencyPort" (dict "context" $context "dependency" $dependency "for" (printf "the wait for %s" $dependency.name)) | quote }}
    - name: TIMEOUT
      value: {{ int $wait.timeoutSeconds | quote }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "platform-common.v1.fields.restrictedSecurityContext" 65534 | nindent 4 }}
  resources:
    requests: { cpu: 10m, memory: 16Mi }
    limits: { cpu: 50m, memory: 32Mi }
{{- end }}
{{- end }}
{{- end -}}

{{/*
What the service waits for, set as "waits" in the context the first time: list of { name,
dependency }, where name is the init container's and of the dependency's ports only those for TCP
are left, since a wait makes a connection. One without such a port is passed over where the wiring
says `wait`, which Chartroom writes; `waits`, which a person writes, stops.
Usage: {{ include "platform-common.v1.fields.readWaits" $context }}
*/}}
{{- define "platform-common.v1.fields.readWaits" -}}
{{- if not (hasKey . "waits") -}}
  {{- $asked := .values.waits -}}
  {{- $waits := list -}}
  {{- range $name, $dependency := .dependencies -}}
    {{- if hasKey $asked $name | ternary (get $asked $name) $dependency.wait -}}
      {{- $ports := list -}}
      {{- $others := list -}}
      {{- range $dependency.ports -}}
        {{- if eq .protocol "TCP" -}}
          {{- $ports = append $ports . -}}
        {{- else -}}
          {{- $others = append $others .name -}}
        {{- end -}}
      {{- end -}}
      {{- $isOver := and $dependency.ports (not $ports) -}}
      {{- if and $isOver (hasKey $asked $name) -}}
        {{- fail (printf "%s: values: waits.%s is true, but wiring.dependencies.%s.ports has none for TCP, and a wait makes a connection; write waits.%s: false" $.root.Chart.Name $name $name $name) -}}
      {{- end -}}
      {{- if not $isOver -}}
        {{- $reached := has $dependency.port $others | ternary (omit $dependency "port") $dependency -}}
        {{- $waits = append $waits (dict "name" (printf "wait-for-%s" $dependency.plainName) "dependency" (merge (dict "ports" $ports) $reached)) -}}
      {{- end -}}
    {{- end -}}
  {{- end -}}
  {{- $_ := set . "waits" $waits -}}
{{- end -}}
{{- end -}}
