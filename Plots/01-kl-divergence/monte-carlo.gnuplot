# 
#
# Draw monte-carlo.png and monte-carlo.svg again, in this folder:  gnuplot monte-carlo.gnuplot
# It needs monte-carlo.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'monte-carlo.png'
    call 'monte-carlo.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'monte-carlo.svg'
    call 'monte-carlo.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: Five estimates settle
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title 'Five estimates settle' font ',13' textcolor rgb '#333333'
set xlabel 'samples' textcolor rgb '#333333'
set ylabel 'estimate of KL[q‖p], nats' textcolor rgb '#333333'
set xrange [1:10000]
set yrange [-0.5:3]
set logscale x
set arrow from graph 0, first 1.31582562 to graph 1, first 1.31582562 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00'
set xtics ('10⁰' 1, '' 10 1, '10²' 100, '' 1000 1, '10⁴' 10000)
set ytics 1 format '%.0f'
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'monte-carlo.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'by sampling', \
    'monte-carlo.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'monte-carlo.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'monte-carlo.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'monte-carlo.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    keyentry with lines dashtype (14,9) linewidth 1.4 linecolor rgb '#d55e00' title 'closed form'

# Panel 2: Their error falls with the root
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title 'Their error falls with the root' font ',13' textcolor rgb '#333333'
set xlabel 'samples' textcolor rgb '#333333'
set ylabel 'error of 40 estimates, nats' textcolor rgb '#333333'
set xrange [0.630957344:15848.9319]
set yrange [0.00761159287:1.32274324]
set logscale x
set logscale y
set xtics ('10⁰' 1, '' 10 1, '10²' 100, '' 1000 1, '10⁴' 10000)
set ytics ('' 0.008 1, '' 0.009 1, '0.01' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'monte-carlo.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'measured', \
    'monte-carlo.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'σ/√n'
unset multiplot
