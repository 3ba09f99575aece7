{{/*
Init containers that wait, one for each dependency that `wait` or `waits` names, so that
their names say what is missing. A hook that runs before the release is there, or after it has
gone, waits for what is outside alone. They meet `restricted` whatever the service does; the user
is a number, since the image's own is root.
Usage: {{ include "platform-common.v1.fields.waits" $context }}
*/}}
{{- define "platform-common.v1.fields.waits" -}}
{{- $context := . -}}
{{- $wait := .values.wait -}}
{{- $image := mustMergeOverwrite (pick .values.image "registry" "pullPolicy") (deepCopy $wait.image) -}}
{{- range $name, $dependency := .dependencies }}
{{- $wanted := hasKey $context.values.waits $name | ternary (get $context.values.waits $name) $dependency.wait }}
{{- if and $wanted (or (not $context.early) $dependency.external) }}
- name: wait-for-{{ $name }}
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
      value: {{ include "platform-common.v1.values.dependencyPort" (dict "context" $context "dependency" $dependency "for" (printf "the wait for %s" $name)) | quote }}
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
