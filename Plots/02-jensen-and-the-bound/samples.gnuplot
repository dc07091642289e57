# The bound from n samples
#
# Draw samples.png and samples.svg again, in this folder:  gnuplot samples.gnuplot
# It needs samples.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'samples.png'
    call 'samples.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'samples.svg'
    call 'samples.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'The bound from n samples' font ',14'

# Panel 1: Right on average
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'Right on average' font ',13' textcolor rgb '#333333'
set xlabel 'estimate of the bound, nats' textcolor rgb '#333333'
set ylabel 'density' textcolor rgb '#333333'
set xrange [-9:0]
set yrange [0:1.93626667]
set arrow from first -2.56512618, graph 0 to first -2.56512618, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#222222'
set label 'exact' at graph 0.7250, graph 0.9474 left font ',9' textcolor rgb '#333333' front
set xtics 5 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'samples.dat' index 0 using 1:2:(0.15) with boxes fillcolor rgb '#8c0072b2' title 'n = 1 (1.8 % below −9)', \
    'samples.dat' index 0 using 1:2 with histeps linewidth 1.4 linecolor rgb '#0072b2' notitle, \
    'samples.dat' index 1 using 1:2:(0.15) with boxes fillcolor rgb '#8cd55e00' title 'n = 10', \
    'samples.dat' index 1 using 1:2 with histeps linewidth 1.4 linecolor rgb '#d55e00' notitle, \
    'samples.dat' index 2 using 1:2:(0.15) with boxes fillcolor rgb '#8c009e73' title 'n = 100', \
    'samples.dat' index 2 using 1:2 with histeps linewidth 1.4 linecolor rgb '#009e73' notitle

# Panel 2: The error falls with the root
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'The error falls with the root' font ',13' textcolor rgb '#333333'
set xlabel 'n' textcolor rgb '#333333'
set ylabel 'error, nats' textcolor rgb '#333333'
set xrange [0.707945784:1412.53754]
set yrange [0.0544185812:2.60463741]
set logscale x
set logscale y
set xtics ('' 0.8 1, '' 0.9 1, '1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '1000' 1000)
set ytics ('' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '' 0.3 1, '' 0.4 1, '0.5' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '2' 2)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'samples.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'measured', \
    'samples.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#d55e00' title 'σ/√n'
unset multiplot
