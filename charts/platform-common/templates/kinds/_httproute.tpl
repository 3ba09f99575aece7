{{/*
The HTTPRoute that leads from the host names to the service instead of an Ingress, through
the gateways that are written, or the service's own.
Usage: {{ include "platform-common.v1.kinds.httproute" $context }}
*/}}
{{- define "platform-common.v1.kinds.httproute" -}}
{{- $route := .values.httpRoute -}}
{{- if and .hosts $route.enabled -}}
{{- $gateways := $route.parentRefs | default (.values.gateway.enabled | ternary (list (dict "name" .name)) list) -}}
{{- if not $gateways -}}
  {{- fail (printf "%s: values: httpRoute.enabled needs a gateway; write httpRoute.parentRefs, or gateway.enabled: true for one of its own" .root.Chart.Name) -}}
{{- end -}}
{{- include "platform-common.v1.fields.readRoutedPorts" . -}}
{{- if gt (len .hosts) 16 -}}
  {{- fail (printf "%s: values: an HTTPRoute takes 16 host names, and wiring.hosts and ingress.hosts hold %d; write *.example.com for those of one domain" .root.Chart.Name (len .hosts)) -}}
{{- end }}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" $route.annotations) | nindent 2 }}
spec:
  parentRefs:
    {{- toYaml $gateways | nindent 4 }}
  hostnames:
    {{- toYaml .hosts | nindent 4 }}
  rules:
    {{- with $route.rules }}
    {{- toYaml . | nindent 4 }}
    {{- else }}
    {{- include "platform-common.v1.fields.routeRule" . | nindent 4 }}
    {{- end }}
{{- end }}
{{- end -}}

{{/*
The one rule of a route that says no other: all below `ingress.path` goes to the service.
Usage: {{ include "platform-common.v1.fields.routeRule" $context }}
*/}}
{{- define "platform-common.v1.fields.routeRule" -}}
{{- $types := dict "Prefix" "PathPrefix" "Exact" "Exact" -}}
{{- $type := get $types .values.ingress.pathType -}}
{{- if not $type -}}
  {{- fail (printf "%s: values: ingress.pathType %s means nothing to an HTTPRoute; write Prefix or Exact, or httpRoute.rules" .root.Chart.Name .values.ingress.pathType) -}}
{{- end -}}
- matches:
    - path:
        type: {{ $type }}
        value: {{ quote .values.ingress.path }}
  backendRefs:
    - name: {{ quote .name }}
      port: {{ .hostPort.port }}
{{- end -}}
