{{/*
The container's probes. Each is a command, an HTTP path, a gRPC health check, or a TCP
connection. The startup probe makes the liveness probe's check unless it has one of its own, so
that a service that starts slowly is not killed for it. A job has none: it ends by itself.
Usage: {{ include "platform-common.v1.fields.probes" $context }}
*/}}
{{- define "platform-common.v1.fields.probes" -}}
{{- if not (has .values.type (list "job" "cronjob")) -}}
{{- $context := . -}}
{{- $probes := .values.probes -}}
{{- include "platform-common.v1.values.readLanguage" . -}}
{{- $startup := merge dict $probes.startup .language.startup -}}
{{- if not (or $startup.command $startup.path $startup.port $startup.grpc) -}}
  {{- $startup = merge (pick $probes.liveness "command" "path" "port" "grpc") (dict "enabled" (and $startup.enabled $probes.liveness.enabled)) (omit $startup "enabled" "command" "path" "port" "grpc") -}}
{{- end -}}
{{- range $name, $probe := dict "liveness" $probes.liveness "readiness" $probes.readiness "startup" $startup }}
{{- if $probe.enabled }}
{{- with include "platform-common.v1.fields.probeCheck" (dict "context" $context "name" $name "probe" $probe) }}
{{ $name }}Probe:
  {{- . | nindent 2 }}
  {{- range $key := list "initialDelaySeconds" "periodSeconds" "timeoutSeconds" "failureThreshold" }}
  {{- if hasKey $probe $key }}
  {{ $key }}: {{ get $probe $key | int }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
{{- end -}}

{{/*
What a probe does; nothing for a worker, which has no port, unless it has a command.
Usage: {{ include "platform-common.v1.fields.probeCheck" (dict "context" $context "name" "liveness" "probe" $probe) }}
*/}}
{{- define "platform-common.v1.fields.probeCheck" -}}
{{- $names := list -}}
{{- $numbers := dict -}}
{{- range .context.ports -}}
  {{- $names = append $names .name -}}
  {{- $_ := set $numbers .name .targetPort -}}
{{- end -}}
{{- $main := include "platform-common.v1.fields.mainPort" .context -}}
{{- if and .probe.grpc (has "grpc" $names) }}{{ $main = "grpc" }}{{ end -}}
{{- $port := .probe.port | default $main -}}
{{- if .probe.command -}}
exec:
  command:
    {{- toYaml .probe.command | nindent 4 }}
{{- else if $port -}}
  {{- if and (kindIs "string" $port) (not (has $port $names)) -}}
    {{- fail (printf "%s: values: probes.%s.port is %q, but ports holds %s" .context.root.Chart.Name .name $port (join ", " $names | default "none")) -}}
  {{- end -}}
  {{- if and .probe.grpc .probe.path -}}
    {{- fail (printf "%s: values: probes.%s has both path and grpc; keep one, the other is \"\" or false" .context.root.Chart.Name .name) -}}
  {{- end -}}
{{- if .probe.grpc -}}
grpc:
  port: {{ kindIs "string" $port | ternary (get $numbers (toString $port)) $port | int }}
{{- else if .probe.path -}}
httpGet:
  path: {{ quote .probe.path }}
  port: {{ toJson $port }}
{{- else -}}
tcpSocket:
  port: {{ toJson $port }}
{{- end }}
{{- else if .probe.path -}}
  {{- fail (printf "%s: values: probes.%s.path is %q, but the service has no port; write probes.%s.command, or a port" .context.root.Chart.Name .name .probe.path .name) -}}
{{- else if .probe.grpc -}}
  {{- fail (printf "%s: values: probes.%s.grpc is true, but the service has no port; write probes.%s.command, or a port" .context.root.Chart.Name .name .name) -}}
{{- end -}}
{{- end -}}

{{/*
Name of the port that a probe asks unless it names one: "http", else the first by name that
speaks TCP.
Usage: {{ include "platform-common.v1.fields.mainPort" $context }}
*/}}
{{- define "platform-common.v1.fields.mainPort" -}}
{{- $main := "" -}}
{{- range .ports -}}
  {{- if and (eq .protocol "TCP") (or (not $main) (eq .name "http")) -}}
    {{- $main = .name -}}
  {{- end -}}
{{- end -}}
{{- $main -}}
{{- end -}}
