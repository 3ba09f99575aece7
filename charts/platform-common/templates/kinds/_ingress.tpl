{{/*
The Ingress that leads from the host names to the service, where there are host names and no
HTTPRoute does it.
Usage: {{ include "platform-common.v1.kinds.ingress" $context }}
*/}}
{{- define "platform-common.v1.kinds.ingress" -}}
{{- if include "platform-common.v1.values.hasIngress" . -}}
{{- $context := . -}}
{{- $ingress := .values.ingress }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" $ingress.annotations) | nindent 2 }}
spec:
  {{- with $ingress.className }}
  ingressClassName: {{ quote . }}
  {{- end }}
  {{- if $ingress.tls }}
  tls:
    - secretName: {{ include "platform-common.v1.fields.certificateSecret" . | quote }}
      hosts:
        {{- toYaml .hosts | nindent 8 }}
  {{- end }}
  rules:
    {{- range .hosts }}
    - host: {{ quote . }}
      http:
        paths:
          - path: {{ quote $ingress.path }}
            pathType: {{ $ingress.pathType }}
            backend:
              service:
                name: {{ quote $context.name }}
                port:
                  name: {{ quote $context.hostPort.name }}
    {{- end }}
{{- end }}
{{- end -}}
