{{/*
The container of the test. It meets `restricted` whatever the service does.
Usage: {{ include "platform-common.v1.fields.testContainer" $context }}
*/}}
{{- define "platform-common.v1.fields.testContainer" -}}
{{- $test := .values.test -}}
{{- $default := mustMergeOverwrite (pick .values.image "registry" "pullPolicy") (deepCopy .values.wait.image) -}}
{{- $image := dict "context" . "path" "test.image" "image" $test.image "default" $default -}}
{{- include "platform-common.v1.fields.otherImage" $image -}}
{{- $asked := dict "context" . -}}
{{- include "platform-common.v1.fields.testedPort" $asked -}}
- name: test
  image: {{ quote $image.reference }}
  imagePullPolicy: {{ $image.pullPolicy }}
  {{- if $test.command }}
  command:
    {{- toYaml $test.command | nindent 4 }}
  {{- else }}
  command: [sh, -c]
  args:
    - |
      {{- include "platform-common.v1.fields.testScript" $asked.path | nindent 6 }}
  {{- end }}
  env:
    - name: HOST
      value: {{ quote .name }}
    {{- with $asked.port }}
    - name: PORT
      value: {{ quote . }}
    {{- end }}
    {{- if not $test.command }}
    {{- with $asked.path }}
    - name: ASKED
      value: {{ trimPrefix "/" . | print "/" | quote }}
    {{- end }}
    - name: TIMEOUT
      value: "60"
    {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  securityContext:
    {{- include "platform-common.v1.fields.restrictedSecurityContext" 65534 | nindent 4 }}
  resources:
    requests: { cpu: 10m, memory: 16Mi }
    limits: { cpu: 100m, memory: 64Mi }
{{- end -}}

{{/*
What the test asks, set in place: "port" of the Service, and "path", "" for a connection. A
readiness probe on a port that the Service does not have cannot be asked through it; its path
belongs to that port, so the service's own port is connected to.
Usage: {{ include "platform-common.v1.fields.testedPort" $asked }}, with a dict that has "context"
*/}}
{{- define "platform-common.v1.fields.testedPort" -}}
{{- $values := .context.values -}}
{{- $readiness := $values.probes.readiness -}}
{{- $port := "" -}}
{{- $path := $readiness.path | default "" -}}
{{- range .context.ports -}}
  {{- if and $readiness.port (eq .protocol "TCP") (has (toString $readiness.port) (list .name (toString .targetPort))) -}}
    {{- $port = .port -}}
  {{- end -}}
{{- end -}}
{{- if and $readiness.port (not $port) -}}
  {{- $path = "" -}}
{{- end -}}
{{- if not $port -}}
  {{- range .context.ports -}}
    {{- if and (eq .protocol "TCP") (or (not $port) (eq .name "http")) -}}
      {{- $port = .port -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if not (or $port $values.test.command) -}}
  {{- fail (printf "%s: values: test.enabled needs a port of the service to ask; write ports, such as { http: 8080 }, or test.command" .context.root.Chart.Name) -}}
{{- end -}}
{{- $_ := set . "port" $port -}}
{{- $_ := set . "path" ($values.test.path | default $path) -}}
{{- end -}}

{{/*
Asks until there is an answer: an HTTP path where there is one, else a connection.
Usage: {{ include "platform-common.v1.fields.testScript" "/health" }}
*/}}
{{- define "platform-common.v1.fields.testScript" -}}
deadline=$(( $(date +%s) + TIMEOUT ))
{{- if . }}
until wget -q -T 5 -O /dev/null "http://$HOST:$PORT$ASKED"; do
{{- else }}
until nc -z -w 5 "$HOST" "$PORT"; do
{{- end }}
  if [ "$(date +%s)" -ge "$deadline" ]; then
    echo "{{ empty . | ternary "$HOST:$PORT" "http://$HOST:$PORT$ASKED" }} did not answer within $TIMEOUT s"
    exit 1
  fi
  sleep 2
done
echo "{{ empty . | ternary "$HOST:$PORT" "http://$HOST:$PORT$ASKED" }} answers"
{{- end -}}
